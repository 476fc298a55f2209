using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Data;

/// <summary>Keeps a value that is read and written as a whole in one text column, as JSON in which text stands as itself.</summary>
public static class JsonColumn
{
    /// <summary>Chinese is written as itself, a third of the bytes of <c>\uXXXX</c>; both forms are read.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) where T : class?
    {
        property.HasConversion(v => Write(v), v => Read<T>(v));
        property.Metadata.SetValueComparer(new ValueComparer<T>(
            (a, b) => Write(a) == Write(b), v => Write(v).GetHashCode(StringComparison.Ordinal), v => Read<T>(Write(v))));
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
