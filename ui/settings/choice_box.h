// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace latticeq::ui {

/** One entry of a ChoiceBox; with an obstacle it is listed, with the reason as tooltip, but cannot be chosen. */
struct Choice
{
    QString value;
    QString text;
    QString obstacle;
    bool operator==(const Choice&) const = default;
};

/** A combo box over named values. It may be narrower than its texts, which end in … then, so that it fits a dock. */
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);

    /** Lists the choices and selects one of them, without telling that a person chose. */
    void showChoices(const QList<Choice>& choices, const QString& value);

signals:
    void chosen(const QString& value); // by a person

protected:
    void initStyleOption(QStyleOptionComboBox* option) const override;

private:
    void fill(const QList<Choice>& choices);

    QList<Choice> m_choices;
};

} // namespace latticeq::ui
