// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace latticeq::ui {

/** Asks in place what "delete" is to mean for some runs. Hidden until ask(), and again after the answer. */
class DeleteBar : public QWidget
{
    Q_OBJECT
public:
    explicit DeleteBar(QWidget* parent = nullptr);

    /** `name` is shown where it is one run. The files can only be deleted where `filesCanGo`. */
    void ask(const QStringList& ids, const QString& name, bool filesCanGo);
    const QStringList& ids() const { return m_ids; }

signals:
    void answered(const QStringList& ids, bool withFiles);
    void closed(); // after an answer too

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer(bool withFiles);
    void finish();
    void retranslate();

    QLabel* m_question;
    QPushButton* m_deleteFiles;
    QPushButton* m_removeFromList;
    QPushButton* m_cancel;
    QStringList m_ids;
    QString m_name;
    bool m_filesCanGo = true;
};

} // namespace latticeq::ui
