// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/choice_box.h"
#include "ui/settings/settings_state.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace latticeq::ui {

class NumberBox;
class PathField;
class SectionHeader;

/** What a control says of itself, asked again whenever the settings or the language change. */
struct FieldTexts
{
    QString label {};
    QString help {}; // what it does, and what more or less of it costs
    QString flag {}; // as the command line spells the present value
    QString obstacle {}; // why it does nothing with the present settings; empty where it can be used
    QString placeholder {}; // of an empty line, or of the lowest number where that stands for something else
    QString suffix {}; // of a number
    QString browserTitle {}; // of a path
    QString browserFilter {};
};
using DescribeField = std::function<FieldTexts(const RunSettings&)>;

using ListChoices = std::function<QList<Choice>(const RunSettings&)>;

/** How a control reads its setting and writes it. */
template <typename T> struct Binding
{
    std::function<T(const RunSettings&)> read;
    std::function<void(RunSettings&, const T&)> write;
};

/** The binding of a plain member. */
template <typename T, typename Member> Binding<T> bindMember(Member RunSettings::*member)
{
    return { [member](const RunSettings& s) { return static_cast<T>(s.*member); },
        [member](RunSettings& s, const T& value) { s.*member = static_cast<Member>(value); } };
}

/** The binding of a text. */
Binding<QString> bindText(std::string RunSettings::*member);

/**
 * A collapsible group of controls over one SettingsState. Controls follow the state and write every edit of a person
 * into it as a change that can be undone; a control that does nothing is disabled and its tooltip says why.
 */
class SettingsGroup : public QWidget
{
    Q_OBJECT
public:
    /** `key` begins the object names of the controls: "weights.bits". */
    SettingsGroup(SettingsState& state, const QString& key, QWidget* parent = nullptr);

    const QString& key() const { return m_key; }
    bool isOpen() const;
    void setOpen(bool open);
    SectionHeader& header() { return *m_header; }

protected:
    virtual QString title() const = 0;
    /** The values inside, for the closed header. */
    virtual QString summary(const RunSettings& settings) const = 0;

    NumberBox* addNumber(
        const char* name, double lowest, double highest, const Binding<double>& binding, const DescribeField& describe);
    ChoiceBox* addChoice(
        const char* name, const ListChoices& choices, const Binding<QString>& binding, const DescribeField& describe);
    QCheckBox* addSwitch(const char* name, const Binding<bool>& binding, const DescribeField& describe);
    QLineEdit* addLine(const char* name, const Binding<QString>& binding, const DescribeField& describe);
    PathField* addPath(const char* name, bool folder, const Binding<QString>& binding, const DescribeField& describe);
    /** A row without label; `show` is called with the settings after every change. */
    void addRow(QWidget* row, std::function<void(const RunSettings&)> show);

    SettingsState& state() { return m_state; }
    /** Shows the state in all controls. Constructors of subclasses end with it. */
    void refresh();
    void changeEvent(QEvent* event) override;

private:
    struct Field
    {
        QWidget* control = nullptr;
        QLabel* label = nullptr;
        DescribeField describe;
        std::function<void(const RunSettings&)> show;
    };
    void addField(const char* name, QWidget* control, const DescribeField& describe,
        std::function<void(const RunSettings&)> show);
    void describe(const Field& field, const RunSettings& settings) const;
    template <typename T>
    void edit(const DescribeField& describe, const Binding<T>& binding, const T& value, SettingsState::Merge merge);

    SettingsState& m_state;
    QString m_key;
    SectionHeader* m_header;
    QWidget* m_body;
    QGridLayout* m_grid;
    QList<Field> m_fields;
};

} // namespace latticeq::ui
