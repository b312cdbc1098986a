// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QToolButton;

namespace latticeq::ui {

/** A line for the path of a file or folder with a button that browses for one. */
class PathField : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { File, Folder };

    explicit PathField(Kind kind, QWidget* parent = nullptr);

    QLineEdit& line() { return *m_line; }
    QToolButton& button() { return *m_button; }
    QString path() const { return m_line->text(); }
    void setPath(const QString& path);
    /** What the browser is headed with, and the kinds of files that it offers. */
    void setBrowser(const QString& title, const QString& filter);

signals:
    void pathEdited(const QString& path); // by a person

protected:
    void changeEvent(QEvent* event) override;

private:
    void browse();
    void retranslate();

    Kind m_kind;
    QLineEdit* m_line;
    QToolButton* m_button;
    QString m_title;
    QString m_filter;
};

} // namespace latticeq::ui
