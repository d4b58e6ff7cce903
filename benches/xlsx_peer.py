#!/usr/bin/env python3
"""Measures svod beside its peers on one made workbook of answers, in one run, and prints ratios and peak memory.

    cargo build --release && cargo build --release --example cells
    python3 benches/xlsx_peer.py [--rows 500000] [--repeat 3]

Peers: bare calamine streaming the cells (`examples/cells.rs`), and polars `read_excel` (fastexcel, on calamine too) with a
group-by of the same shares. svod does more than either: it recognizes, scores, draws two thousand surveys anew and writes
every output. Not part of CI: times depend on the machine, only the ratios say something. Needs fastexcel and polars.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

QUESTIONS = [
    "Обращались ли Вы к информации на информационных стендах?", "Удовлетворены ли Вы информацией на стендах?",
    "Пользовались ли Вы официальным сайтом организации?", "Удовлетворены ли Вы информацией на сайте?",
    "Удовлетворены ли Вы комфортностью условий?", "Имеете ли Вы установленную группу инвалидности?",
    "Удовлетворены ли Вы доступностью услуг для инвалидов?",
    "Удовлетворены ли Вы вежливостью работников при первичном контакте?",
    "Удовлетворены ли Вы вежливостью работников, оказывающих услугу?",
    "Пользовались ли Вы дистанционными способами взаимодействия?",
    "Удовлетворены ли Вы вежливостью при дистанционном взаимодействии?", "Готовы ли Вы рекомендовать организацию?",
    "Удовлетворены ли Вы организационными условиями?", "Удовлетворены ли Вы в целом условиями?",
]
HEAD = ["Отметка времени", "Выберите организацию", *QUESTIONS, "Ваш пол", "Полных лет", "Ваши предложения", "Номер"]
ORGANIZATIONS = 200

PEER = """
import sys, polars as pl
frame = pl.read_excel(sys.argv[1], engine="calamine")
asked = [c for c in frame.columns if c.endswith("?")]
shares = frame.group_by("Выберите организацию").agg([(pl.col(c) == "Да").mean().alias(c) for c in asked])
print(shares.height)
"""


def workbook(path, rows):
    """One worksheet with shared strings, as spreadsheet programs write them."""
    random.seed(7)
    strings, index = [], {}

    def shared(text):
        if text not in index:
            index[text] = len(strings)
            strings.append(text)
        return index[text]

    letters = [chr(ord("A") + i) for i in range(len(HEAD))]
    text = lambda column, row, value: f'<c r="{column}{row}" t="s"><v>{shared(value)}</v></c>'
    names = [f"МБУК «Библиотека № {i + 1}»" for i in range(ORGANIZATIONS)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            write = lambda line: sheet.write(line.encode())
            write('<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
            write("<row r=\"1\">" + "".join(text(c, 1, h) for c, h in zip(letters, HEAD)) + "</row>")
            for row in range(2, rows + 2):
                values = [f"{random.randint(1, 28):02}.09.2026 {row % 24:02}:{row % 60:02}:00", random.choice(names)]
                values += [random.choice(("Да", "Да", "Да", "Нет")) for _ in QUESTIONS]
                values.append(random.choice(("женский", "мужской")))
                cells = [text(c, row, v) for c, v in zip(letters, values)]
                cells.append(f'<c r="R{row}"><v>{18 + row % 60}</v></c>')
                cells.append(text("S", row, "спасибо"))
                cells.append(f'<c r="T{row}"><v>{row - 1}</v></c>')
                write(f'<row r="{row}">' + "".join(cells) + "</row>")
            write("</sheetData></worksheet>")
        items = "".join(f"<si><t>{s}</t></si>" for s in strings)
        book.writestr("xl/sharedStrings.xml", f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{len(strings)}" uniqueCount="{len(strings)}">{items}</sst>')
        book.writestr("xl/workbook.xml", '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ответы на форму (1)" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        book.writestr("_rels/.rels", '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("[Content_Types].xml", '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')


def measured(command):
    """Seconds and peak memory in MiB of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} failed: {errors.decode()[-500:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    target = Path(os.environ.get("CARGO_TARGET_DIR", "target")) / "release"
    arguments.add_argument("--rows", type=int, default=500_000)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--svod", default=str(target / "svod"))
    arguments.add_argument("--cells", default=str(target / "examples" / "cells"))
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs"
        inputs.mkdir()
        path = inputs / "Анкета (Ответы).xlsx"
        workbook(path, given.rows)
        print(f"{given.rows} rows x {len(HEAD)} columns, {path.stat().st_size / 2**20:.0f} MiB, best of {given.repeat}")
        runs = {
            "bare calamine, cells streamed": [given.cells, str(path)],
            "svod run (everything)": [given.svod, "run", str(inputs), "-o", str(Path(folder) / "outputs"), "--as-of", "2026-10-01"],
            "polars read_excel + group_by": [sys.executable, "-c", PEER, str(path)],
        }
        # Runs take turns, so that a busy moment of the machine strikes all of them.
        best = {}
        for _ in range(given.repeat):
            for name, command in runs.items():
                seconds, memory = measured(command)
                known = best.get(name, (seconds, memory))
                best[name] = (min(known[0], seconds), max(known[1], memory))
        floor = best["bare calamine, cells streamed"][0]
        for name, (seconds, memory) in best.items():
            print(f"{name:38} {seconds:7.2f} s  {seconds / floor:6.2f} x calamine  {memory:7.0f} MiB at most")


if __name__ == "__main__":
    main()
