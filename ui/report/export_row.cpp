// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_row.h"

#include "ui/support/number_format.h"
#include "ui/support/switch_box.h"
#include "ui/support/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace latticeq::ui {

namespace {

QString objectNameOf(const ExportItem& item)
{
    static const char* const names[] = { "packed", "pth", "safetensors", "torchScript", "onnx", "layersCsv",
        "convergenceCsv", "sensitivityCsv", "tradeOffCsv", "plot", "reportHtml", "reportPdf" };
    static_assert(std::size(names) == static_cast<size_t>(ExportKind::ReportPdf) + 1);
    const QString name = QString::fromLatin1(names[static_cast<int>(item.kind)]);
    return item.plot < 0 ? name : name + QString::number(item.plot);
}

QColor colorOf(ExportRow::State state, const Theme& theme)
{
    switch (state) {
    case ExportRow::State::Warning: return theme.warning;
    case ExportRow::State::Failed: return theme.error;
    case ExportRow::State::Written: return theme.good;
    default: return theme.secondary;
    }
}

} // namespace

ExportRow::ExportRow(const ExportItem& item, QGridLayout& grid, int line, QWidget* parent)
    : QObject(parent)
    , m_item(item)
    , m_choice(new SwitchBox(parent))
    , m_name(new QLineEdit(parent))
    , m_size(new QLabel(parent))
    , m_stateText(new QLabel(parent))
{
    const QString name = objectNameOf(item);
    m_choice->setObjectName(name);
    m_name->setObjectName(name + QStringLiteral("Name"));
    m_stateText->setObjectName(name + QStringLiteral("State"));
    m_name->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[^/]*")), this));
    m_size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_stateText->setWordWrap(true);
    m_stateText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid.addWidget(m_choice, line, 0);
    grid.addWidget(m_name, line, 1);
    grid.addWidget(m_size, line, 2);
    grid.addWidget(m_stateText, line + 1, 1, 1, 2);
    connect(m_choice, &QCheckBox::toggled, this, &ExportRow::changed);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_ownName = true;
        emit changed();
    });
    connect(m_name, &QLineEdit::editingFinished, this, &ExportRow::showName);
    showItem();
    setState(State::Idle);
}

void ExportRow::setItem(const ExportItem& item)
{
    m_item = item;
    showItem();
    emit changed();
}

void ExportRow::showItem()
{
    m_choice->setText(m_item.title);
    m_choice->setToolTip(m_item.unavailable.isEmpty() ? m_item.tip : m_item.unavailable);
    m_choice->setAccessibleName(m_item.title);
    m_name->setToolTip(tr("Name of the file to write; its ending is added"));
    m_name->setAccessibleName(tr("File name of “%1”").arg(m_item.title));
    const bool known = m_item.expectedBytes > 0;
    m_size->setText(known ? tr("about %1").arg(formatSize(m_item.expectedBytes)) : QString(QChar(kNotYet)));
    m_size->setToolTip(known ? tr("Expected size: %1 bytes").arg(formatCount(m_item.expectedBytes)) : QString());
    showName();
    setEnabled(m_enabled);
}

void ExportRow::showName()
{
    m_name->setText(fileName());
    m_name->setCursorPosition(0);
}

bool ExportRow::isChosen() const
{
    return m_choice->isChecked() && m_item.unavailable.isEmpty();
}

void ExportRow::setChosen(bool chosen)
{
    m_choice->setChecked(chosen && m_item.unavailable.isEmpty());
}

QString ExportRow::fileName() const
{
    const QString typed = m_name->text().trimmed();
    if (!m_ownName || typed.isEmpty())
        return m_item.fileName;
    return withSuffix(typed, m_item.suffix);
}

QString ExportRow::stateText() const
{
    return m_stateText->text();
}

void ExportRow::setState(State state, const QString& text)
{
    m_state = state;
    m_stateText->setText(text);
    m_stateText->setVisible(!text.isEmpty());
    restyle();
}

void ExportRow::setEnabled(bool enabled)
{
    m_enabled = enabled;
    const bool available = m_item.unavailable.isEmpty();
    m_choice->setEnabled(enabled && available);
    m_name->setEnabled(enabled && available);
    m_size->setEnabled(available);
}

void ExportRow::restyle()
{
    QPalette palette = m_choice->palette();
    palette.setColor(QPalette::WindowText, colorOf(m_state, Theme::of(palette)));
    m_stateText->setPalette(palette);
}

} // namespace latticeq::ui
