using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace InterviewPrep.Web.Content;

/// <summary>What a drawing may hold: plain shapes and text, nothing that acts, loads or refers to another place.</summary>
internal static class SvgRules
{
    private const string Svg = "http://www.w3.org/2000/svg";

    private const int LongestFile = 60_000;

    private static readonly HashSet<string> Elements =
    [
        "svg", "g", "defs", "title", "desc", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan",
        "style", "marker", "pattern", "clipPath", "linearGradient", "radialGradient", "stop",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "id", "class", "style", "role", "lang", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "d", "points", "transform", "rotate",
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity",
        "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "letter-spacing", "textLength", "lengthAdjust", "preserveAspectRatio",
        "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "patternUnits", "patternTransform", "clipPathUnits", "clip-path", "clip-rule",
        "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "markerUnits", "refX", "refY", "orient", "space", "aria-label", "aria-hidden", "version",
    ];

    /// <summary>All that is wrong with a drawing, each with its line.</summary>
    public static IReadOnlyList<(int Line, string Message)> Breaches(string svg)
    {
        if (svg.Length > LongestFile) return [(1, $"the drawing has {svg.Length} characters; {LongestFile} are allowed")];
        try
        {
            // No document type is read: it could define entities or load a file.
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            return document.Root is { } root ? [.. Root(root), .. root.DescendantsAndSelf().SelectMany(Element), .. Instructions(document)] : [];
        }
        catch (XmlException e)
        {
            return [(Math.Max(1, e.LineNumber), $"the drawing cannot be read: {e.Message.ReplaceLineEndings(" ")}")];
        }
    }

    /// <summary>Height of a drawing by its width; 1 where it has no size.</summary>
    public static double Ratio(string svg)
    {
        try
        {
            return XDocument.Parse(svg).Root is { } root && Size(root) is var (width, height) ? height / width : 1;
        }
        catch (XmlException)
        {
            return 1;
        }
    }

    private static (double Width, double Height)? Size(XElement root)
    {
        var numbers = (root.Attribute("viewBox")?.Value ?? "").Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers is [_, _, > 0 and var width, > 0 and var height] ? (width, height) : null;
    }

    private static IEnumerable<(int, string)> Root(XElement root)
    {
        if (root.Name != XName.Get("svg", Svg)) yield return (1, $"a drawing is an <svg> of the namespace {Svg}");
        if (Size(root) is null) yield return (1, "the <svg> needs a viewBox of four numbers, such as “0 0 640 420”");
    }

    private static IEnumerable<(int, string)> Instructions(XDocument document) =>
        document.DescendantNodes().OfType<XProcessingInstruction>().Select(i => (Line(i), $"a drawing has no <?{i.Target}?>"));

    private static IEnumerable<(int, string)> Element(XElement element)
    {
        if (element.Name.NamespaceName != Svg || !Elements.Contains(element.Name.LocalName))
            yield return (Line(element), $"a drawing has no <{element.Name.LocalName}>; plain shapes and text only");
        if (element.Name.LocalName == "style" && (!IsOwn(element.Value) || element.Value.Contains('@', StringComparison.Ordinal)))
            yield return (Line(element), "the <style> loads something, or refers to another place");
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            if (!Attributes.Contains(attribute.Name.LocalName) || attribute.Name.NamespaceName is not ("" or "http://www.w3.org/XML/1998/namespace"))
                yield return (Line(attribute), $"a drawing has no attribute “{attribute.Name.LocalName}”");
            else if (!IsOwn(attribute.Value))
                yield return (Line(attribute), $"“{attribute.Name.LocalName}” refers to another place");
        }
    }

    /// <summary>True for a value that refers to nothing outside the drawing: <c>url(#arrow)</c> is its own.</summary>
    private static bool IsOwn(string value) =>
        value.Replace("url(#", "", StringComparison.OrdinalIgnoreCase) is var rest
        && !rest.Contains("url(", StringComparison.OrdinalIgnoreCase) && !rest.Contains("//", StringComparison.Ordinal) && !rest.Contains('\\')
        && !rest.Contains("script:", StringComparison.OrdinalIgnoreCase) && !rest.Contains("data:", StringComparison.OrdinalIgnoreCase);

    private static int Line(IXmlLineInfo place) => place.HasLineInfo() ? place.LineNumber : 1;
}
