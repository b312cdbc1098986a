// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace latticeq::ui {

/** A run as the database remembers it. */
struct RunRecord
{
    enum class State { Running, Stopped, Failed, Finished };

    QString id; // a UUID
    QString name;
    QString note;
    QString model; // the built-in name
    QString modelTitle;
    RunSettings settings;
    QDateTime started; // UTC
    double seconds = 0;
    State state = State::Running;
    std::optional<double> top1; // percent, and its 95 % interval
    std::optional<double> top1Low;
    std::optional<double> top1High;
    std::optional<double> fp32Top1; // percent
    qint64 fp32Bytes = 0; // 0: not known
    qint64 packedBytes = 0; // 0: not known
    double effectiveBits = 0; // per weight; 0: not known
    QString folder; // absolute; empty: nothing was written
    QString device;
    int pin = 0; // place among the pinned runs from 1, 1 is the reference; 0: not pinned
    int colorSlot = 0; // Theme::runStyle(), kept while it is pinned

    bool operator==(const RunRecord&) const = default;
};

/** "W4A8B8 80×5": bitwidths, search steps and restarts. */
QString settingsSummary(const RunSettings& settings);

/** A folder's path as records keep it: absolute, links resolved where it exists; empty stays empty. */
QString recordedFolder(const QString& folder);

} // namespace latticeq::ui
