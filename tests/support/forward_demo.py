# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the bundled ResNet-20 with PyTorch alone and compares its logits with those of the engine:
forward_demo.py CHECKPOINT IMAGES.safetensors LOGITS.safetensors."""

import json
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

weights = torch.load(sys.argv[1])


def read(path, name):
    data = open(path, "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    entry = json.loads(data[8:8 + length])[name]
    begin, end = (8 + length + offset for offset in entry["data_offsets"])
    return torch.from_numpy(np.frombuffer(data[begin:end], np.float32).reshape(entry["shape"]).copy())


def normalise(x, name):
    return F.batch_norm(x, weights[name + ".running_mean"], weights[name + ".running_var"], weights[name + ".weight"],
                        weights[name + ".bias"])


def convolve(x, name, stride):
    weight = weights[name + ".weight"]
    return F.conv2d(x, weight, None, stride, weight.shape[2] // 2)


x = F.relu(normalise(convolve(read(sys.argv[2], "images"), "conv1", 1), "bn1"))
for stage in (1, 2, 3):
    for block in range(3):
        name = f"layer{stage}.{block}"
        stride = 2 if stage > 1 and block == 0 else 1
        y = F.relu(normalise(convolve(x, name + ".conv1", stride), name + ".bn1"))
        y = normalise(convolve(y, name + ".conv2", 1), name + ".bn2")
        if name + ".downsample.0.weight" in weights:
            x = normalise(convolve(x, name + ".downsample.0", stride), name + ".downsample.1")
        x = F.relu(x + y)
logits = F.linear(x.mean((2, 3)), weights["fc.weight"], weights["fc.bias"])
difference = (logits - read(sys.argv[3], "logits")).abs().max().item()
if difference > 1e-4:
    sys.exit(f"logits differ by {difference}")
