# SPDX-License-Identifier: GPL-3.0-or-later
"""Rebuilds every weight of a packed checkpoint from its own description, with NumPy alone, and compares it with the
full-size weights that the engine exports: rebuild_packed.py PACKED FULL."""

import json
import struct
import sys

import numpy as np

TYPES = {"F32": np.float32, "U8": np.uint8, "I64": np.int64}


def read(path):
    data = open(path, "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(data[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    return tensors, metadata


def unpack(packed, widths):
    bits = np.unpackbits(packed, bitorder="little")
    ends = np.cumsum(widths)
    return np.array([int(bits[end - width:end] @ (1 << np.arange(width))) if width else 0
                     for end, width in zip(ends, widths)])


def rebuild(tensors, layer, description):
    get = lambda name: tensors.get(f"{layer}.weight.{name}")
    shape, n, basis_bits = description["shape"], description["n"], description["basis_bits"]
    outputs, per_channel = shape[0], int(np.prod(shape[1:]))
    bits = get("bits") if get("bits") is not None else np.full(outputs, description["bits"])
    widths = np.repeat(bits.astype(int), per_channel)
    offsets = np.where(widths > 0, (1 << np.maximum(widths, 1) - 1) - 1, 0)
    coordinates = (unpack(get("coordinates"), widths) - offsets).reshape(outputs, -1, n).astype(np.float64)
    if basis_bits:
        count = description["bases"] * n * n
        codes = unpack(get("basis_codes"), np.full(count, basis_bits)).reshape(-1, n, n)
        basis = 2 * codes / (2 ** basis_bits - 1) - 1
    else:
        basis = get("basis").reshape(-1, n, n)
    points = get("unit") * (coordinates @ basis)
    if get("offset") is not None:
        points = points + get("offset").reshape(-1, 1, 1)
    return (get("gain").reshape(-1, 1, 1) * points).reshape(shape)


packed, metadata = read(sys.argv[1])
full, _ = read(sys.argv[2])
for layer, description in json.loads(metadata["layers"]).items():
    expected = full[layer + ".weight"]
    difference = np.abs(rebuild(packed, layer, description) - expected).max()
    if difference > 1e-5 * np.abs(expected).max():
        sys.exit(f"{layer}: rebuilt weights differ by {difference}")
print("all weights rebuilt")
