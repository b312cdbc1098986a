#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small seeds of tests/fuzz/seeds: make_fuzz_seeds.py FOLDER CHECKPOINTS, with Python alone.

seeds/packed holds the packed demo (`latticeq quantize`, quantized.safetensors); the checkpoints' seeds are
tests/golden/checkpoints themselves.
"""
import json
import os
import pickle
import struct
import sys
import zipfile

folder, checkpoints = sys.argv[1:]


def write(path, content):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def safetensors(header, data):
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


for name in ("plain", "wrapped_model"):
    with zipfile.ZipFile(os.path.join(checkpoints, name + ".pth")) as archive:
        write("pickle/" + name, archive.read(name + "/data.pkl" if name + "/data.pkl" in archive.namelist()
                                             else "archive/data.pkl"))
values = {"a": [1, -2.5, True, None, 1 << 40], "b": (70000, "ü", b"bytes"), "c": {1, 2}, "d": frozenset([3])}
for protocol in (2, 4, 5):
    write("pickle/values_of_protocol_%d" % protocol, pickle.dumps({k: v for k, v in values.items() if k in "ac"}
                                                                  if protocol == 2 else values, protocol))
offsets, entries = 0, {"__metadata__": {"a": "b"}}
for name, dtype, shape, size in (("half", "F16", [2], 4), ("count", "I64", [], 8), ("brain", "BF16", [2, 1], 4),
                                 ("mask", "BOOL", [2], 2), ("empty", "F64", [0, 3], 0), ("real", "F32", [1, 2], 8)):
    entries[name] = {"dtype": dtype, "shape": shape, "data_offsets": [offsets, offsets + size]}
    offsets += size
write("safetensors/types", safetensors(entries, bytes(range(offsets))))
labels = struct.pack(">II", 0x801, 2) + bytes([3, 9])
images = struct.pack(">IIII", 0x803, 2, 2, 2) + bytes(range(8))
write("idx/two_images", struct.pack("<H", len(labels)) + labels + images)
