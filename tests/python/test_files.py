# SPDX-License-Identifier: Apache-2.0
import json

import pytest
from conftest import ladder, record, speed

from gelubench import files


def test_a_record_survives_writing_and_reading(saved):
    assert files.read(saved(ladder())) == ladder()


def broken():
    whole = json.dumps(record())
    no_machine = {k: v for k, v in record().items() if k != "machine"}
    return {
        "empty": "",
        "cut off": whole[: len(whole) // 2],
        "not an object": "[1, 2]",
        "no version": "{}",
        "future version": json.dumps(record(schema_version=99)),
        "version as text": json.dumps(record(schema_version="../v1")),
        "version as a truth": json.dumps(record(schema_version=True)),
        "NaN": whole.replace('"seed": 1', '"seed": NaN'),
        "Infinity": whole.replace('"seed": 1', '"seed": -Infinity'),
        "a field twice": whole.replace('"seed": 1', '"seed": 1, "seed": 2'),
        "a field missing": json.dumps(no_machine),
        "a row that is no row": json.dumps(record([{"key": "a"}])),
        "deep": "[" * 100_000,
        "a line end in a name": json.dumps(record([speed("a/forward/f32/b-c\n", 1.0)])),
        "half of a character": json.dumps(record(), ensure_ascii=True).replace(
            "Test CPU", "\\ud800"
        ),
        "control characters": '{"schema_version": "\\u001b[31m\\n"}',
    }


@pytest.mark.parametrize("name", broken())
def test_what_is_broken_is_refused_with_one_line(saved, name):
    with pytest.raises(files.Refused) as refused:
        files.read(saved(broken()[name], "bad.json"))
    text = str(refused.value)
    assert "bad.json" in text
    assert text.isprintable()


def test_no_schema_says_a_thing_twice():
    for schema in files.SCHEMAS.glob("*.json"):
        json.loads(schema.read_text(), object_pairs_hook=files._unique)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(files.Refused, match="No such file"):
        files.read(tmp_path / "none.json")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(files.Refused):
        files.read(tmp_path / "b.json")


def test_writing_replaces_whole_files_and_leaves_nothing_else(tmp_path):
    path = tmp_path / "deep" / "file"
    files.write(path, "old")
    files.write(path, "new")
    assert path.read_text() == "new"
    assert list(path.parent.iterdir()) == [path]


def test_a_write_that_fails_keeps_the_old_file(tmp_path):
    path = tmp_path / "file"
    files.write(path, "old")
    with pytest.raises(UnicodeEncodeError):
        files.write(path, "\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_stem_carries_time_commit_and_dirt():
    assert files.stem(record()) == "20261124T010203Z_0123456789ab"
    dirty = record()
    dirty["program"]["dirty"] = True
    assert files.stem(dirty).endswith("-dirty")
