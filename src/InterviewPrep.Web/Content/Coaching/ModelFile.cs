using System.Runtime.InteropServices;
using System.Text;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Writes and reads <c>content/coach/&lt;name&gt;.weights</c>.</summary>
public static class ModelFile
{
    private const uint Magic = 0x33434B49;

    /// <summary>Ending of the files.</summary>
    public const string Ending = ".weights";

    /// <summary>The file's bytes.</summary>
    /// <param name="decision">What decides over a whole answer; null for functions that stand alone.</param>
    public static byte[] Bytes(LinearModel model, Decision? decision = null)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(model.Index.Bits);
        writer.Write(model.Ids.Count);
        for (var f = 0; f < model.Ids.Count; f++)
        {
            writer.Write(model.Ids[f]);
            writer.Write(model.Steps[f]);
            writer.Write(model.Biases[f]);
            writer.Write(model.Thresholds[f]);
        }
        writer.Write(model.Index.Known.Count);
        var last = -1;
        foreach (var feature in model.Index.Known)
        {
            writer.Write7BitEncodedInt(feature - last);
            last = feature;
        }
        writer.Write(MemoryMarshal.AsBytes(model.Weights.AsSpan(model.Ids.Count)));
        foreach (var number in decision is null ? [] : decision.Weights.Concat(decision.Biases)) writer.Write(number);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads the file's bytes; null where they are none of this kind.</summary>
    public static (LinearModel Model, Decision? Decision)? Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != Magic) return null;
            var (bits, count) = (reader.ReadInt32(), reader.ReadInt32());
            if (bits is < 1 or > 20 || count is < 1 or > 64) return null;
            var (ids, steps, biases, thresholds) = (new string[count], new float[count], new float[count], new float[count]);
            for (var f = 0; f < count; f++) (ids[f], steps[f], biases[f], thresholds[f]) = (reader.ReadString(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            if (Known(reader, bits) is not { } known) return null;
            var weights = new sbyte[(known.Length + 1) * count];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan(count)));
            var model = new LinearModel(ids, new FeatureIndex(bits, known), weights, steps, biases, thresholds);
            return (model, reader.BaseStream.Position == bytes.Length ? null : new Decision(Floats(reader, Decision.Signs), Floats(reader, count - 2)));
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    private static int[]? Known(BinaryReader reader, int bits)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > 1 << bits) return null;
        var known = new int[count];
        var last = -1;
        for (var i = 0; i < count; i++)
        {
            var next = last + reader.Read7BitEncodedInt();
            if (next <= last || next >= 1 << bits) return null;
            known[i] = last = next;
        }
        return known;
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++) numbers[i] = reader.ReadSingle();
        return numbers;
    }
}
