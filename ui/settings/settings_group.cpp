// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_group.h"

#include "ui/settings/number_box.h"
#include "ui/settings/path_field.h"
#include "ui/settings/section_header.h"
#include "ui/support/switch_box.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <memory>
#include <utility>

namespace latticeq::ui {

namespace {

constexpr int kLabelWidth = 96;
constexpr int kFieldHeight = 28;

/** The tooltip as rich text, which wraps: an obstacle first, then what the control does, then its flag. */
QString tooltipOf(const FieldTexts& texts)
{
    QString html = QStringLiteral("<qt>");
    if (!texts.obstacle.isEmpty())
        html += QStringLiteral("<p><b>%1</b></p>").arg(texts.obstacle.toHtmlEscaped());
    return html
        + QStringLiteral("<p>%1</p><p><code>%2</code></p></qt>")
              .arg(texts.help.toHtmlEscaped(), texts.flag.toHtmlEscaped());
}

} // namespace

Binding<QString> bindText(std::string RunSettings::*member)
{
    return { [member](const RunSettings& s) { return QString::fromStdString(s.*member); },
        [member](RunSettings& s, const QString& value) { s.*member = value.toStdString(); } };
}

SettingsGroup::SettingsGroup(SettingsState& state, const QString& key, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_key(key)
    , m_header(new SectionHeader(this))
    , m_body(new QWidget(this))
    , m_grid(new QGridLayout(m_body))
{
    setObjectName(QStringLiteral("group.%1").arg(key));
    m_header->setObjectName(QStringLiteral("header.%1").arg(key));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body);
    m_grid->setContentsMargins(20, 0, 0, 8);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_body->hide();
    connect(m_header, &SectionHeader::toggled, m_body, &QWidget::setVisible);
    connect(&m_state, &SettingsState::changed, this, &SettingsGroup::refresh);
}

bool SettingsGroup::isOpen() const
{
    return m_header->isChecked();
}

void SettingsGroup::setOpen(bool open)
{
    m_header->setChecked(open);
}

template <typename T>
void SettingsGroup::edit(
    const DescribeField& describe, const Binding<T>& binding, const T& value, SettingsState::Merge merge)
{
    RunSettings settings = m_state.settings();
    if (binding.read(settings) == value)
        return;
    binding.write(settings, value);
    m_state.change(tr("%1: %2", "a group and its setting").arg(title(), describe(settings).label), settings, merge);
}

NumberBox* SettingsGroup::addNumber(
    const char* name, double lowest, double highest, const Binding<double>& binding, const DescribeField& describe)
{
    auto* box = new NumberBox;
    box->setRange(lowest, highest);
    guardFromWheel(*box);
    connect(box, &NumberBox::valueChanged, this,
        [=, this](double value) { edit(describe, binding, value, SettingsState::Merge::Yes); });
    addField(name, box, describe, [=](const RunSettings& s) {
        const QSignalBlocker blocker(box);
        const FieldTexts texts = describe(s);
        box->setSpecialValueText(texts.placeholder);
        box->setSuffix(texts.suffix);
        if (box->value() != binding.read(s))
            box->setValue(binding.read(s));
    });
    return box;
}

ChoiceBox* SettingsGroup::addChoice(
    const char* name, const ListChoices& choices, const Binding<QString>& binding, const DescribeField& describe)
{
    auto* box = new ChoiceBox;
    guardFromWheel(*box);
    connect(box, &ChoiceBox::chosen, this,
        [=, this](const QString& value) { edit(describe, binding, value, SettingsState::Merge::No); });
    addField(name, box, describe, [=](const RunSettings& s) { box->showChoices(choices(s), binding.read(s)); });
    return box;
}

QCheckBox* SettingsGroup::addSwitch(const char* name, const Binding<bool>& binding, const DescribeField& describe)
{
    auto* box = new SwitchBox;
    connect(box, &QCheckBox::clicked, this,
        [=, this](bool checked) { edit(describe, binding, checked, SettingsState::Merge::No); });
    addField(name, box, describe, [=](const RunSettings& s) { box->setChecked(binding.read(s)); });
    return box;
}

QLineEdit* SettingsGroup::addLine(const char* name, const Binding<QString>& binding, const DescribeField& describe)
{
    auto* line = new QLineEdit;
    const auto isTyping = std::make_shared<bool>(false); // half a number is spelled anew only when it is finished
    connect(line, &QLineEdit::textEdited, this, [=, this](const QString& text) {
        *isTyping = true;
        if (line->hasAcceptableInput())
            edit(describe, binding, text, SettingsState::Merge::Yes);
        *isTyping = false;
    });
    const auto show = [=](const RunSettings& s) {
        line->setPlaceholderText(describe(s).placeholder);
        if (!*isTyping && line->text() != binding.read(s))
            line->setText(binding.read(s));
    };
    connect(line, &QLineEdit::editingFinished, this, [=, this] { show(m_state.settings()); });
    addField(name, line, describe, show);
    return line;
}

PathField* SettingsGroup::addPath(
    const char* name, bool folder, const Binding<QString>& binding, const DescribeField& describe)
{
    auto* field = new PathField(folder ? PathField::Kind::Folder : PathField::Kind::File);
    connect(field, &PathField::pathEdited, this,
        [=, this](const QString& path) { edit(describe, binding, path, SettingsState::Merge::Yes); });
    addField(name, field, describe, [=](const RunSettings& s) {
        const FieldTexts texts = describe(s);
        field->line().setPlaceholderText(texts.placeholder);
        field->line().setAccessibleName(texts.label);
        field->setBrowser(texts.browserTitle, texts.browserFilter);
        field->setPath(binding.read(s));
    });
    return field;
}

void SettingsGroup::addField(
    const char* name, QWidget* control, const DescribeField& describe, std::function<void(const RunSettings&)> show)
{
    control->setObjectName(QStringLiteral("%1.%2").arg(m_key, QLatin1String(name)));
    control->setMinimumHeight(kFieldHeight);
    control->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setFixedWidth(kLabelWidth);
    label->setBuddy(control);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(control, row, 1);
    m_fields << Field { control, label, describe, std::move(show) };
}

void SettingsGroup::addRow(QWidget* row, std::function<void(const RunSettings&)> show)
{
    m_grid->addWidget(row, m_grid->rowCount(), 0, 1, 2);
    m_fields << Field { row, nullptr, nullptr, std::move(show) };
}

void SettingsGroup::describe(const Field& field, const RunSettings& settings) const
{
    const FieldTexts texts = field.describe(settings);
    const QString tooltip = tooltipOf(texts);
    field.label->setText(texts.label);
    field.label->setToolTip(tooltip);
    field.label->setEnabled(texts.obstacle.isEmpty());
    field.control->setToolTip(tooltip);
    field.control->setAccessibleName(texts.label);
    field.control->setAccessibleDescription(texts.obstacle.isEmpty() ? texts.help : texts.obstacle);
    field.control->setEnabled(texts.obstacle.isEmpty());
}

void SettingsGroup::refresh()
{
    const RunSettings& settings = m_state.settings();
    m_header->setTexts(title(), summary(settings));
    for (const Field& field : std::as_const(m_fields)) {
        if (field.describe)
            describe(field, settings);
        field.show(settings);
    }
}

void SettingsGroup::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace latticeq::ui
