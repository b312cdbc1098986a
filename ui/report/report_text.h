// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace latticeq::ui {

/** The context in which the texts of reports are translated. */
struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

} // namespace latticeq::ui
