// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace latticeq::ui {

/** Plain numbers with a true minus. */
class NumberTicker : public QCPAxisTicker
{
public:
    explicit NumberTicker(int ticks) { setTickCount(ticks); }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        return QCPAxisTicker::getTickLabel(tick, locale, format, precision).replace(u'-', u'−');
    }
};

} // namespace latticeq::ui
