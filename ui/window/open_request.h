// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace latticeq::ui {

/** What a file, a folder or a name that a person opened or dropped is. */
struct OpenRequest
{
    enum class Kind { Network, RunFolder, StoppedRun, PackedCheckpoint, Weights, DataFolder, Unusable };

    Kind kind = Kind::Unusable;
    QString target; // absolute path, or a built-in network's name
    QString problem; // one sentence where it is unusable
};

/** Looks at the file system only, never into large files. */
OpenRequest classifyOpenRequest(const QString& nameOrPath);

} // namespace latticeq::ui
