using Microsoft.AspNetCore.StaticAssets;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>Endpoints that answer everybody alike: nobody is looked up for them, so they work while the store is away.</summary>
public static class EndpointsForEverybody
{
    private sealed record Marker;

    /// <summary>Lets an endpoint answer without a look into the store.</summary>
    public static T WithoutPerson<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new Marker());

    /// <summary>Whether the request is for such an endpoint, or for a style sheet, script or picture.</summary>
    internal static bool IsForEverybody(this HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata && (metadata.GetMetadata<Marker>() is not null || metadata.GetMetadata<StaticAssetDescriptor>() is not null);
}
