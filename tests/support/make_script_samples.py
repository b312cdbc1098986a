#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""TorchScript modules for the tests of the importer, with PyTorch's logits.

make_script_samples.py make FOLDER          writes the small modules of tests/golden/script, scripted and traced
make_script_samples.py check LATTICEQ FOLDER
    compares `latticeq forward` with PyTorch for every .pt in FOLDER, of images with 224 pixels where its name ends so
Both need the package safetensors.
"""
import pathlib
import subprocess
import sys

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional as F


class Depthwise(nn.Module):
    """Depthwise separable convolutions, a squeeze-and-excite gate of linear layers, h-swish."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1, bias=False), nn.BatchNorm2d(8), nn.Hardswish(inplace=True))
        self.spatial = nn.Conv2d(8, 8, 3, 1, 1, groups=8, bias=False)
        self.norm = nn.BatchNorm2d(8)
        self.squeeze = nn.Linear(8, 4)
        self.excite = nn.Linear(4, 8)
        self.point = nn.Conv2d(8, 12, 1)
        self.head = nn.Linear(12, 5)

    def forward(self, x):
        x = self.stem(x)
        y = F.relu6(self.norm(self.spatial(x)))
        b, c, _, _ = y.size()
        gate = y.mean(dim=[2, 3]).view(b, c)
        gate = torch.sigmoid(self.excite(F.relu(self.squeeze(gate)))).view(b, c, 1, 1)
        x = x + y * gate.expand_as(y)
        x = F.adaptive_avg_pool2d(F.silu(self.point(x)), 1)
        return self.head(torch.flatten(x, 1))


class Dense(nn.Module):
    """Lists of feature maps, concatenation, channel shuffle by reshaping, chunks, asymmetric padding, branches."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 8, 3, padding=1)
        self.grow = nn.ModuleList([nn.Conv2d(8 + 4 * i, 4, 3, padding=1) for i in range(3)])
        self.scale = nn.Parameter(torch.ones(20, 1, 1))
        self.register_buffer("mean", torch.tensor([0.4, 0.5, 0.6]).view(1, 3, 1, 1))
        self.drop = nn.Dropout(0.5)
        self.last = nn.Conv2d(20, 6, 1)
        self.deep = True

    def forward(self, x):
        x = (x - self.mean) / 0.25
        features = [F.leaky_relu(self.first(x), 0.1)]
        for layer in self.grow:
            features.append(F.elu(layer(torch.cat(features, 1))))
        x = torch.cat(features, 1)
        n, c, h, w = x.shape
        x = x.view(n, 4, c // 4, h, w).transpose(1, 2).contiguous().view(n, c, h, w)
        left, right = x.chunk(2, dim=1)
        x = torch.cat([right, left * 0.5 + 1], dim=1)
        if self.deep:
            x = x * self.scale
        x = F.avg_pool2d(F.pad(x, [0, 1, 0, 1]), 2)
        x = self.last(self.drop(x))
        return F.log_softmax(x.mean([2, 3]), dim=1)


class Modern(nn.Module):
    """A ConvNeXt block: depthwise 7 × 7, channels last, layer norm, linear layers at positions, layer scale."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 2, 2)
        self.spatial = nn.Conv2d(8, 8, 7, padding=3, groups=8)
        self.norm = nn.LayerNorm(8, eps=1e-6)
        self.expand = nn.Linear(8, 16)
        self.project = nn.Linear(16, 8)
        self.layer_scale = nn.Parameter(torch.ones(8))
        self.group = nn.GroupNorm(2, 8)
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(8, 7))

    def forward(self, x):
        x = self.stem(x)
        y = self.norm(self.spatial(x).permute(0, 2, 3, 1))
        y = self.project(F.gelu(self.expand(y))) * self.layer_scale
        x = x + y.permute(0, 3, 1, 2)
        x = self.group(x)
        x = F.max_pool2d(x, 2) - torch.tanh(F.max_pool2d(x, 2))
        return self.head(F.adaptive_max_pool2d(x, 1))


class Strange(nn.Module):
    """An operator that no network of nodes has: the module stays as it is."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 6, 3)
        self.second = nn.Conv2d(6, 6, 3, groups=2)
        self.head = nn.Linear(6, 4)

    def forward(self, x):
        x = torch.cumsum(F.relu(self.first(x)), dim=3)
        x = F.relu(self.second(x)).mean([2, 3])
        return self.head(x)


def fill(module):
    generator = torch.Generator().manual_seed(7)
    with torch.no_grad():
        for name, tensor in list(module.named_parameters()) + list(module.named_buffers()):
            if tensor.dtype.is_floating_point and name != "mean":
                tensor.copy_(torch.randn(tensor.shape, generator=generator) * 0.3)
            if name.endswith("running_var") or (name.endswith("norm.weight")):
                tensor.copy_(tensor.abs() + 0.5)
    return module.eval()


def images(size):
    return torch.sin(torch.arange(2 * 3 * size * size).float() * 0.37).reshape(2, 3, size, size)


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    logits = {}
    for kind in (Depthwise, Dense, Modern, Strange):
        module = fill(kind())
        name = kind.__name__.lower()
        with torch.no_grad():
            logits[name] = module(images(16))
            torch.jit.script(module).save(str(folder / f"{name}_scripted.pt"))
            if kind is not Strange:
                torch.jit.trace(module, images(16)).save(str(folder / f"{name}_traced.pt"))
    save_file({"images": images(16), **logits}, str(folder / "logits.safetensors"))


def check(latticeq, folder):
    for path in sorted(folder.glob("*.pt")):
        size = 224 if path.stem.endswith("224") else 16
        x = images(size)
        save_file({"images": x}, str(folder / "images.safetensors"))
        done = subprocess.run([latticeq, "forward", "--model", str(path), "--input", str(folder / "images.safetensors"),
                               "--output", str(folder / "logits.safetensors")], capture_output=True, text=True)
        if done.returncode:
            print(path.name, "exit", done.returncode, done.stderr.strip())
            continue
        ours = load_file(str(folder / "logits.safetensors"))["logits"]
        with torch.no_grad():
            theirs = torch.jit.load(str(path)).eval()(x)
        theirs = theirs[0] if isinstance(theirs, tuple) else theirs
        print(f"{path.name}: {((ours - theirs).abs().max() / theirs.abs().max()).item():.1e} of the largest logit")


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(pathlib.Path(sys.argv[2]))
    else:
        check(sys.argv[2], pathlib.Path(sys.argv[3]))
