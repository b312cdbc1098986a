// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_results.h"

#include "ui/support/number_format.h"
#include "ui/support/theme.h"
#include "ui/window/run_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr double kResultFactor = 1.25;

/** A label that keeps the width of the longest text it is expected to hold. */
QLabel* resultLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(QString(QChar(kNotYet)), parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont font = label->font();
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * kResultFactor));
    else
        font.setPointSizeF(font.pointSizeF() * kResultFactor);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setMinimumWidth(label->fontMetrics().horizontalAdvance(QStringLiteral("≈ 0.155 MB ")));
    return label;
}

QString expected(const QString& number)
{
    return QStringLiteral("≈ ") + number;
}

} // namespace

RunResults::RunResults(QWidget* parent)
    : QWidget(parent)
    , m_top1(resultLabel(this, "top1"))
    , m_size(resultLabel(this, "size"))
    , m_bits(resultLabel(this, "bits"))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(4);
    QLabel* const results[] = { m_top1, m_size, m_bits };
    for (size_t i = 0; i < m_captions.size(); ++i) {
        m_captions[i] = new QLabel(this);
        row->addSpacing(i == 0 ? 0 : 12);
        row->addWidget(m_captions[i]);
        row->addWidget(results[i]);
    }
    restyle();
    retranslate();
}

void RunResults::restyle()
{
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, Theme::of(palette()).secondary);
    for (QLabel* caption : m_captions)
        caption->setPalette(secondary);
}

void RunResults::retranslate()
{
    // Until there is a result the first place is full precision's; it keeps its width.
    m_captions[0]->setText(RunBar::tr("FP32"));
    const int fullPrecisionWidth = m_captions[0]->sizeHint().width();
    const QString captions[] = { RunBar::tr("Top-1"), RunBar::tr("Size"), RunBar::tr("Bits") };
    for (size_t i = 0; i < m_captions.size(); ++i)
        m_captions[i]->setText(captions[i]);
    m_captions[0]->setMinimumWidth(std::max(fullPrecisionWidth, m_captions[0]->sizeHint().width()));
    m_top1->setAccessibleName(RunBar::tr("Top-1 accuracy"));
    m_size->setAccessibleName(RunBar::tr("Packed size"));
    m_bits->setAccessibleName(RunBar::tr("Effective bits per weight, bases and scales included"));
    for (QLabel* label : { m_top1, m_size, m_bits })
        label->setToolTip(label->accessibleName());
}

void RunResults::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RunResults::showAccuracy(const RunDocument& run)
{
    m_captions[0]->setText(RunBar::tr("Top-1"));
    if (const auto& quantized = run.quantized().report) {
        m_top1->setText(formatPercent(quantized->top1));
        return;
    }
    const auto& fp32 = run.fullPrecision().report;
    const auto& points = run.fullPrecision().points;
    const bool measured = !points.empty() && points.back().seen == points.back().total;
    if (!fp32 && !(run.isActive() && measured)) {
        m_top1->setText(QString(QChar(kNotYet)));
        return;
    }
    m_captions[0]->setText(RunBar::tr("FP32"));
    m_top1->setText(formatPercent(fp32
            ? fp32->top1
            : 100.0 * static_cast<double>(points.back().correct) / static_cast<double>(points.back().total)));
}

void RunResults::showRun(const RunDocument& run, const std::optional<RunEstimate>& estimate)
{
    showAccuracy(run);
    const auto& result = run.result();
    if (result && result->packedBytes > 0) {
        m_size->setText(formatSize(result->packedBytes));
        m_size->setToolTip(RunBar::tr("Packed checkpoint: %1 bytes; at full precision %2")
                               .arg(formatCount(result->packedBytes), formatSize(result->fp32Bytes)));
        m_bits->setText(formatBits(result->effectiveBits));
        return;
    }
    const QString notYet(QChar { kNotYet });
    m_size->setText(estimate ? expected(formatSize(estimate->packedBytes)) : notYet);
    m_size->setToolTip(m_size->accessibleName());
    m_bits->setText(estimate ? expected(formatBits(estimate->effectiveBits)) : notYet);
}

} // namespace latticeq::ui
