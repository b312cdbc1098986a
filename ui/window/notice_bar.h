// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;

namespace latticeq::ui {

/** What can be done about a notice: a link behind its sentence. */
struct NoticeAction
{
    QString text;
    std::function<void()> act;
};

/** The bar under the stage's tabs: how a run ended, what failed and what to do. Never a dialog. */
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Good, Warning, Error };

    explicit NoticeBar(QWidget* parent = nullptr);

    /** Shows plain text; an action's link closes the bar unless it shows another notice. */
    void show(Kind kind, const QString& sentence, const QList<NoticeAction>& actions = {});
    /** What shows the notice on the bar once more, called when the language changes; forgotten with the notice. */
    void setSayAgain(std::function<void()> sayAgain) { m_sayAgain = std::move(sayAgain); }
    void clear();
    QString sentence() const { return m_sentence; }
    Kind kind() const { return m_kind; }
    /** Does what the link of that text does; for keyboards and tests. False where there is no such link. */
    bool trigger(const QString& actionText);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(const QString& link);
    void render();
    void retranslate();

    QLabel* m_icon;
    QLabel* m_label;
    QToolButton* m_close;
    Kind m_kind = Kind::Info;
    QString m_sentence;
    QList<NoticeAction> m_actions;
    std::function<void()> m_sayAgain;
};

} // namespace latticeq::ui
