// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace latticeq::ui {

/** What a file, a folder or a name that a person opened or dropped is. */
struct OpenRequest
{
    enum class Kind { BuiltInModel, RunFolder, StoppedRun, PackedCheckpoint, Weights, DataFolder, Unusable };

    Kind kind = Kind::Unusable;
    QString target; // absolute path, or the model's name
    QString problem; // one sentence where it is unusable
};

/** Looks at the file system only, never into large files. */
OpenRequest classifyOpenRequest(const QString& nameOrPath);

} // namespace latticeq::ui
