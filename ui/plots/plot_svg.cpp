// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_svg.h"

#include "ui/plots/theme_colors.h"

#include <QBuffer>

namespace latticeq::ui {

namespace {

/** At most two decimals, in the C locale. */
QString number(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString pathData(const QPainterPath& path)
{
    static const char* const letters[] = { "M", "L", "C", " " }; // of QPainterPath::ElementType
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        data += QLatin1String(letters[element.type]) + number(element.x) + u' ' + number(element.y);
    }
    return data;
}

/** How a picture writes its colours: a page's variables, where the light theme has the colour, or as they are. */
enum class Colors { Page, Own };

QString colorText(const QColor& color, Colors colors)
{
    for (const auto& [name, ofTheme] : themeColors(Theme::light())) {
        if (colors == Colors::Page && ofTheme.rgb() == QColor(color.rgb()).rgb())
            return QStringLiteral("var(--%1)").arg(name);
    }
    return QColor(color.rgb()).name();
}

QString attribute(const char* name, const QString& value)
{
    return QStringLiteral(" %1=\"%2\"").arg(QLatin1String(name), value);
}

/** A colour in `property`, and its opacity where it has one. */
QString paint(const QString& property, const QColor& color, Colors colors)
{
    QString text = QStringLiteral(" %1=\"%2\"").arg(property, colorText(color, colors));
    if (color.alphaF() < 1)
        text += QStringLiteral(" %1-opacity=\"%2\"").arg(property, number(color.alphaF()));
    return text;
}

QString fill(const QBrush& brush, Colors colors)
{
    return brush.style() == Qt::NoBrush ? attribute("fill", QStringLiteral("none"))
                                        : paint(QStringLiteral("fill"), brush.color(), colors);
}

QString stroke(const QPen& pen, Colors colors)
{
    if (pen.style() == Qt::NoPen)
        return {};
    const double width = pen.widthF() > 0 ? pen.widthF() : 1;
    QString text = paint(QStringLiteral("stroke"), pen.color(), colors) + attribute("stroke-width", number(width));
    if (pen.style() != Qt::SolidLine) {
        QStringList dashes;
        for (const double dash : pen.dashPattern())
            dashes << number(dash * width);
        text += attribute("stroke-dasharray", dashes.join(u' '));
    }
    if (pen.capStyle() != Qt::FlatCap) {
        const bool round = pen.capStyle() == Qt::RoundCap;
        text += attribute("stroke-linecap", round ? QStringLiteral("round") : QStringLiteral("square"));
    }
    return text;
}

QString place(const PlotMark& mark)
{
    QString text;
    const QTransform& t = mark.transform;
    if (!t.isIdentity()) {
        text += QStringLiteral(" transform=\"matrix(%1 %2 %3 %4 %5 %6)\"")
                    .arg(number(t.m11()), number(t.m12()), number(t.m21()), number(t.m22()), number(t.dx()),
                        number(t.dy()));
    }
    return mark.opacity < 1 ? text + attribute("opacity", number(mark.opacity)) : text;
}

QString textElement(const PlotMark& mark, Colors colors)
{
    QString text = QStringLiteral("<text x=\"%1\" y=\"%2\"").arg(number(mark.place.x()), number(mark.place.y()));
    text += attribute("font-size", QString::number(mark.font.pixelSize()))
        + paint(QStringLiteral("fill"), mark.pen.color(), colors);
    if (mark.font.weight() > QFont::Medium)
        text += attribute("font-weight", QStringLiteral("bold"));
    if (mark.font.italic())
        text += attribute("font-style", QStringLiteral("italic"));
    return text + place(mark) + u'>' + mark.text.toHtmlEscaped() + QStringLiteral("</text>\n");
}

QString pictureElement(const PlotMark& mark)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    mark.picture.save(&buffer, "PNG");
    return QStringLiteral("<image x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"%5 href=\"data:image/png;base64,%6\"/>\n")
        .arg(number(mark.target.x()), number(mark.target.y()), number(mark.target.width()),
            number(mark.target.height()), place(mark), QString::fromLatin1(bytes.toBase64()));
}

QString element(const PlotMark& mark, Colors colors)
{
    if (!mark.text.isEmpty())
        return textElement(mark, colors);
    if (!mark.picture.isNull())
        return pictureElement(mark);
    return QStringLiteral("<path d=\"%1\"%2%3%4/>\n")
        .arg(pathData(mark.path), fill(mark.brush, colors), stroke(mark.pen, colors), place(mark));
}

/** Consecutive marks under the same clip share a group. */
QString body(const PlotRecording& recording, const QString& id, Colors colors)
{
    QString text;
    QRectF clip;
    int clips = 0;
    for (const PlotMark& mark : recording.marks) {
        if (mark.clip != clip) {
            text += clip.isEmpty() ? QString() : QStringLiteral("</g>\n");
            clip = mark.clip;
            if (!clip.isEmpty()) {
                text += QStringLiteral("<clipPath id=\"%1-%2\"><rect x=\"%3\" y=\"%4\" width=\"%5\" height=\"%6\"/>"
                                       "</clipPath>\n<g clip-path=\"url(#%1-%2)\">\n")
                            .arg(id)
                            .arg(++clips)
                            .arg(number(clip.x()), number(clip.y()), number(clip.width()), number(clip.height()));
            }
        }
        text += element(mark, colors);
    }
    return clip.isEmpty() ? text : text + QStringLiteral("</g>\n");
}

QString sized(const PlotRecording& recording, const QString& title, const QString& attributes)
{
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" width=\"%1\" role=\"img\" "
                          "aria-label=\"%3\"%4>\n")
        .arg(QString::number(recording.size.width()), QString::number(recording.size.height()), title.toHtmlEscaped(),
            attributes);
}

} // namespace

QByteArray plotSvgFile(const PlotRecording& recording, const QString& title)
{
    const QString text = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        + sized(recording, title,
            attribute("height", QString::number(recording.size.height()))
                + attribute("font-family", QStringLiteral("sans-serif")))
        + body(recording, QStringLiteral("clip"), Colors::Own) + QStringLiteral("</svg>\n");
    return text.toUtf8();
}

QString plotSvg(const PlotRecording& recording, const QString& id, const QString& title)
{
    return sized(recording, title, {}) + body(recording, id, Colors::Page) + QStringLiteral("</svg>\n");
}

} // namespace latticeq::ui
