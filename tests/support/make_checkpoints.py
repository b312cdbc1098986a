#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small checkpoints of tests/golden/checkpoints with PyTorch: make_checkpoints.py FOLDER.

Every file holds the same tensors (values 0, 1, 2, … in small shapes), written in another layout, type or wrapping.
"""
import collections
import os
import sys

import torch

os.chdir(sys.argv[1])
grid = torch.arange(24.0).reshape(4, 6)
plain = collections.OrderedDict([
    ("conv.weight", grid[:2].reshape(2, 2, 1, 3)),  # shares its storage with the next two
    ("conv.transposed", grid.t()),
    ("conv.column", grid[1:, 2]),
    ("bn.num_batches_tracked", torch.tensor(7)),
    ("fc.bias", torch.nn.Parameter(torch.arange(3.0))),
    ("empty", torch.zeros(0, 4)),
])
plain._metadata = collections.OrderedDict([("", {"version": 1})])


def save(name, content, old=False):
    torch.save(content, name, _use_new_zipfile_serialization=not old)


def typed(dtype):
    return collections.OrderedDict((key, value.detach().to(dtype) if value.is_floating_point() else value)
                                   for key, value in plain.items())


def prefixed(prefix):
    return collections.OrderedDict((prefix + key, value) for key, value in plain.items())


save("plain.pth", plain)
save("old_layout.pth", plain, old=True)
for dtype in (torch.float16, torch.bfloat16, torch.float64):
    name = str(dtype).split(".")[1]
    save(name + ".pth", typed(dtype))
    save(name + "_old_layout.pth", typed(dtype), old=True)
for wrapper in ("state_dict", "model", "net", "model_state_dict", "ema", "state_dict_ema"):
    save("wrapped_" + wrapper + ".pth", {"epoch": 3, "best": 0.5, "name": None, "tags": {"a"}, wrapper: plain})
save("two_wrappers.pth", {"ema": typed(torch.float16), "step": torch.tensor(1), "model": plain})
save("data_parallel.pth", {"state_dict": prefixed("module.")}, old=True)
save("compiled.pth", prefixed("_orig_mod.module."))
