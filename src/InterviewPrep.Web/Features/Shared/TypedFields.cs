namespace InterviewPrep.Web.Features.Shared;

/// <summary>What somebody typed into a form that comes back refused: it stands in its field again.</summary>
public static class TypedFields
{
    /// <param name="request">The request that the page answers.</param>
    /// <param name="name">Name of the field.</param>
    /// <returns>Its text as it was sent; null where no form came, or not this field.</returns>
    public static string? Typed(this HttpRequest request, string name) => request.HasFormContentType ? request.Form[name].FirstOrDefault() : null;

    /// <summary>The same for one of several forms of a page that have the same fields, told apart by a hidden one.</summary>
    /// <param name="key">Name of the hidden field.</param>
    /// <param name="id">What stands in it.</param>
    public static string? Typed(this HttpRequest request, string name, string key, Guid id) =>
        Guid.TryParse(request.Typed(key), out var sent) && sent == id ? request.Typed(name) : null;
}
