"""Make the two fonts of the reports from the variable Noto Sans CJK.

Not part of the running product: it needs fontTools and the OFL font of the package
manimgx-fonts-cjk, in an environment of its own (see bot/reports/fonts/README.md).
"""

import argparse
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FAMILY = "Jixiao Sans"
SIMPLIFIED_CHINESE_FACE = 2  # of JP, KR, SC, TC, HK: the same character differs between them
STYLES = {"Regular": 400, "Bold": 700}

# What the reports need beside GB2312: arrows, marks, numbered circles, full-width forms.
SIGNS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳↑↓→←↗↘⇒▲▼△▽◆◇●○■□★☆✓≥≤≈≠±×÷−–—…·•‰℃％￥€“”‘’«»¹²³½"
# Given names and places often carry characters that GB2312 (1980) left out.
NAMES = (
    "镕堃喆珺祎玥琎昇晞翀赟頔翯濛彧玘琤瑄瑨璟璠畑皛禛窅竑芃譞迻钘锜镠飏驎骉龑弢昉暘暐曈杺梽棻"
    "橦汭沄沚洺浉涢淏湉湜濬烜焜燚玭琇琋瑀璘"
)

PARSER = argparse.ArgumentParser(description=__doc__)
PARSER.add_argument("collection", type=Path, help="NotoSansCJK-VF.otf.ttc")
PARSER.add_argument("--out", type=Path, default=Path("bot/reports/fonts"))
PARSER.add_argument(
    "--text", type=Path, nargs="*", default=[Path("handlers/locales")], help="files or folders"
)


def main() -> int:
    """Make both fonts and say how large they are, and what nobody can have."""
    asked = PARSER.parse_args()
    wanted = gb2312() | written(asked.text) | set(SIGNS + NAMES)
    for style, weight in STYLES.items():
        font = TTFont(asked.collection, fontNumber=SIMPLIFIED_CHINESE_FACE, recalcTimestamp=False)
        # The chat's own messages may hold emoji, which no report will ever draw.
        absent = {each for each in wanted if ord(each) not in font.getBestCmap()}
        if absent:
            sys.stderr.write(f"left out: {''.join(sorted(absent))}\n")
        path = asked.out / f"{FAMILY.replace(' ', '')}-{style}.otf"
        named(cut(font, wanted - absent, weight), style).save(path)
        sys.stdout.write(f"{path} {path.stat().st_size} bytes\n")
    return 0


def gb2312() -> set[str]:
    """Return the characters of GB2312, Latin-1 and full-width ASCII."""
    rows = range(0xA1, 0xFF)
    pairs = (bytes((high, low)).decode("gb2312", "ignore") for high in rows for low in rows)
    latin = (chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)))
    wide = (chr(code) for code in range(0xFF01, 0xFF5F))
    return {each for each in (*pairs, *latin, *wide) if each}


def written(paths: list[Path]) -> set[str]:
    """Return every printable character in the files, and in the files of the folders."""
    files = [
        file
        for path in paths
        for file in ([path] if path.is_file() else sorted(path.rglob("*.*")))
        if file.suffix in {".ftl", ".csv", ".toml", ".md"}
    ]
    letters = {each for file in files for each in file.read_text(encoding="utf-8-sig")}
    return {each for each in letters if each.isprintable()}


def cut(font: TTFont, wanted: set[str], weight: int) -> TTFont:
    """Return the font at one weight, with the wanted characters only.

    Cut twice, because the instancer stumbles over a variable font whose hints are gone; and
    written and read again between the steps, because each leaves the font half unpacked.
    """
    _subset(font, wanted, hinting=True)
    static = instancer.instantiateVariableFont(_reread(font), {"wght": weight}, downgradeCFF2=True)
    unhinted = _reread(static)
    _subset(unhinted, wanted, hinting=False)
    return _reread(unhinted)


def _reread(font: TTFont) -> TTFont:
    kept = BytesIO()
    font.save(kept)
    return TTFont(kept, recalcTimestamp=False)


def _subset(font: TTFont, wanted: set[str], *, hinting: bool) -> None:
    options = Options()
    options.layout_features = ["kern", "ccmp", "mark"]
    options.name_IDs = [0, 7, 13, 14]
    options.notdef_outline = True
    options.hinting = hinting
    options.recalc_timestamp = False
    options.drop_tables += ["DSIG", "vhea", "vmtx", "VORG", "VVAR", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(wanted))
    subsetter.subset(font)


def named(font: TTFont, style: str) -> TTFont:
    """Return the font under our name: the licence reserves the name of the original."""
    table = font["name"]
    script = f"{FAMILY.replace(' ', '')}-{style}"
    names = {1: FAMILY, 2: style, 3: f"1.0;{script}", 4: f"{FAMILY} {style}", 5: "Version 1.0"}
    for name_id, text in {**names, 6: script}.items():
        table.setName(text, name_id, 3, 1, 0x409)
    table.removeNames(platformID=1)
    names_of_outlines = font["CFF "].cff
    names_of_outlines.fontNames = [script]
    top = names_of_outlines.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = f"{FAMILY} {style}", FAMILY, style
    font["OS/2"].usWeightClass = STYLES[style]
    font["head"].macStyle = int(style == "Bold")
    font["OS/2"].fsSelection = 0x20 if style == "Bold" else 0x40
    return font


if __name__ == "__main__":
    sys.exit(main())
