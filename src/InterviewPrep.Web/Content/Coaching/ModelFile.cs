using System.Text;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Writes and reads <c>content/coach/&lt;name&gt;.weights</c>.</summary>
public static class ModelFile
{
    private const uint Magic = 0x31434B49;

    /// <summary>Ending of the files.</summary>
    public const string Ending = ".weights";

    /// <summary>The file's bytes.</summary>
    /// <param name="decision">What decides over a whole answer; null for functions that stand alone.</param>
    public static byte[] Bytes(LinearModel model, Decision? decision = null)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(model.Bits);
        writer.Write(model.Ids.Count);
        for (var f = 0; f < model.Ids.Count; f++)
        {
            writer.Write(model.Ids[f]);
            writer.Write(model.Steps[f]);
            writer.Write(model.Biases[f]);
            writer.Write(model.Thresholds[f]);
            writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(model.Weights[f].AsSpan()));
        }
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
            var (ids, weights) = (new string[count], new sbyte[count][]);
            var (steps, biases, thresholds) = (new float[count], new float[count], new float[count]);
            for (var f = 0; f < count; f++)
            {
                ids[f] = reader.ReadString();
                steps[f] = reader.ReadSingle();
                biases[f] = reader.ReadSingle();
                thresholds[f] = reader.ReadSingle();
                weights[f] = new sbyte[1 << bits];
                reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights[f].AsSpan()));
            }
            var model = new LinearModel(ids, bits, weights, steps, biases, thresholds);
            return (model, reader.BaseStream.Position == bytes.Length ? null : new Decision(Floats(reader, Decision.Signs), Floats(reader, count - 1)));
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++) numbers[i] = reader.ReadSingle();
        return numbers;
    }
}
