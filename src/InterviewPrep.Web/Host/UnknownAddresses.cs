namespace InterviewPrep.Web.Host;

public static class UnknownAddresses
{
    /// <summary>Answers 404 where no page has the address. Without this a visitor is sent to sign in, because whatever is not open to everybody is for people with an account.</summary>
    public static IApplicationBuilder UseUnknownAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
