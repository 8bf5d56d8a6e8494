"""A photo for the observer to send: drawn, because nobody's street should be shown."""

import io

from PIL import Image, ImageDraw

SIZE = (960, 720)
SKY, GROUND, WALL, ROOF, BIN, BAG = "#b9d3e6", "#8f9a78", "#d8cfc0", "#8a5a44", "#4c6b58", "#3d3d46"


def snapshot() -> bytes:
    """Return a picture of bags beside a bin, as JPEG."""
    picture = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 430, 960, 720), GROUND)
    draw.rectangle((90, 220, 430, 450), WALL)
    draw.polygon(((60, 230), (260, 110), (460, 230)), ROOF)
    draw.rectangle((560, 360, 700, 560), BIN)
    draw.rectangle((545, 340, 715, 368), BIN)
    for left, top in ((690, 490), (770, 520), (640, 560), (740, 580), (520, 560)):
        draw.ellipse((left, top, left + 120, top + 90), BAG)
    stored = io.BytesIO()
    picture.save(stored, "JPEG", quality=82)
    return stored.getvalue()
