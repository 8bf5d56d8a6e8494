"""What goes wrong in the demo city's September, on purpose."""

from decimal import Decimal

from demo_figures import rounded

MISTAKES = {
    ("K09", "T05"): "decimal_slip",
    ("K02", "T07"): "ten_thousands",
    ("K08", "T04"): "fell",
    ("K06", "T03"): "left_out",
    ("K11", "*"): "late",
    ("M38", "T06"): "decimal_lost",
    ("C06", "ZH18"): "decimal_lost",
    ("JJ04-1", "JJ04"): "ten_thousands",
    ("JJ09-1", "JJ09"): "fell",
    ("JJX02", "JJ12"): "decimal_slip",
    ("ZFX02", "ZF20"): "left_out",
    ("ZHX02", "*"): "late",
}
"""What goes wrong in September, under indicator and unit; "*" is the whole column."""


def planted(code: str, unit: str, value: str, base: str) -> dict[str, str]:
    """Return a line of september.csv, with its mistake if one is meant for it."""
    mistake = MISTAKES.get((code, unit)) or MISTAKES.get((code, "*"), "")
    typed = value
    match mistake:
        case "decimal_slip":
            typed = f"{Decimal(value) * 10:f}"
        case "decimal_lost":
            typed = f"{Decimal(value) / 10:f}"
        case "ten_thousands":
            typed = f"{Decimal(value) * 10000:f}".rstrip("0").rstrip(".")
        case "fell":
            typed = str(rounded(float(value) * 0.86, 2))
        case "left_out":
            typed = ""
    return {
        "indicator_code": code,
        "unit_code": unit,
        "value": typed,
        "base": base,
        "mistake": mistake,
        "right": value if mistake else "",
    }
