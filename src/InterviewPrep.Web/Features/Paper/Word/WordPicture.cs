using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>A picture in the line of a text.</summary>
internal static class WordPicture
{
    private const double EmuPerMillimetre = 36000;

    private const string Namespace = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <param name="part">The part that shows it: main document or header.</param>
    /// <param name="width">In millimetres.</param>
    public static DocumentFormat.OpenXml.Wordprocessing.Drawing Of(OpenXmlPart part, byte[] picture, string description, double width, double height, bool jpeg = false)
    {
        var type = jpeg ? ImagePartType.Jpeg : ImagePartType.Png;
        var image = part is MainDocumentPart main ? main.AddImagePart(type) : ((HeaderPart)part).AddImagePart(type);
        image.FeedData(new MemoryStream(picture));
        var id = (uint)part.Parts.Count();
        var (cx, cy) = ((long)(width * EmuPerMillimetre), (long)(height * EmuPerMillimetre));
        return new(new Inline(
            new Extent { Cx = cx, Cy = cy },
            new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = id, Name = $"图 {id}", Description = description },
            new Graphic(new GraphicData(new Pictures.Picture(
                new Pictures.NonVisualPictureProperties(new Pictures.NonVisualDrawingProperties { Id = id, Name = $"图 {id}" }, new Pictures.NonVisualPictureDrawingProperties()),
                new Pictures.BlipFill(new Blip { Embed = part.GetIdOfPart(image) }, new Stretch(new FillRectangle())),
                new Pictures.ShapeProperties(new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = cx, Cy = cy }), new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
            { Uri = Namespace }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }
}
