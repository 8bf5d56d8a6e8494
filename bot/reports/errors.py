"""What can go wrong between a book and its picture."""


class MissingGlyphsError(ValueError):
    """The book holds characters that our fonts cannot draw; `characters` names them."""

    def __init__(self, characters: str) -> None:
        super().__init__(f"no glyph for: {characters}")
        self.characters = characters

    def __reduce__(self) -> tuple[type["MissingGlyphsError"], tuple[str]]:
        return MissingGlyphsError, (self.characters,)


class UnknownFormError(ValueError):
    """The book cannot be had in this form: a picture of a workbook, or the other way round."""
