using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InterviewPrep.Tests.Support;

/// <summary>A school's own sign-in, as small as OpenID Connect allows: it asks nothing and says who stands there.</summary>
public sealed class SchoolSignIn : IAsyncDisposable
{
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "k1" };
    private readonly ConcurrentDictionary<string, (string Nonce, string Client, string Challenge, string Subject)> codes = new();
    private WebApplication app = null!;

    public string Authority { get; private set; } = "";

    /// <summary>Who signs in next: <c>sub</c> and the name that the school knows; empty where it knows none.</summary>
    public (string Subject, string Name) Person { get; set; } = ("1001", "校园里的学员三");

    /// <summary>Whether names come with the answer of the userinfo endpoint only, as some providers have it.</summary>
    public bool TellsNamesAtUserInfo { get; set; }

    /// <summary>Makes the token that says who it is; <see cref="Sign"/>, unless a test forges it.</summary>
    public Func<SecurityTokenDescriptor, string> Token { get; set; } = Sign;

    public static string Sign(SecurityTokenDescriptor token) => new JsonWebTokenHandler().CreateToken(token);

    public static async Task<SchoolSignIn> StartAsync()
    {
        var school = new SchoolSignIn();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        school.app = builder.Build();
        school.Map();
        await school.app.StartAsync();
        school.Authority = school.app.Urls.First();
        return school;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void Map()
    {
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = $"{Authority}/authorize",
            ["token_endpoint"] = $"{Authority}/token",
            ["userinfo_endpoint"] = $"{Authority}/userinfo",
            ["jwks_uri"] = $"{Authority}/keys",
            ["response_types_supported"] = new[] { "code" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        app.MapGet("/keys", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId });
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = jwk.Kid, n = jwk.N, e = jwk.E } } });
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Guid.NewGuid().ToString("N");
            codes[code] = (request.Query["nonce"]!, request.Query["client_id"]!, request.Query["code_challenge"]!, Person.Subject);
            return Results.Redirect(QueryHelpers.AddQueryString(request.Query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = request.Query["state"] }));
        });
        app.MapGet("/userinfo", () => Results.Json(new Dictionary<string, string> { ["sub"] = Person.Subject }.Concat(Names()).ToDictionary()));
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (!codes.TryRemove(form["code"]!, out var asked) || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
                return Results.BadRequest();
            var token = new SecurityTokenDescriptor
            {
                Issuer = Authority,
                Audience = asked.Client,
                Subject = new ClaimsIdentity([new Claim("sub", asked.Subject), new Claim("nonce", asked.Nonce), .. TellsNamesAtUserInfo ? [] : Names().Select(n => new Claim(n.Key, n.Value))]),
                Expires = DateTime.UtcNow.AddMinutes(5),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            };
            return Results.Json(new { access_token = "none", token_type = "Bearer", id_token = Token(token) });
        });
    }

    private IEnumerable<KeyValuePair<string, string>> Names() => Person.Name.Length > 0 ? [KeyValuePair.Create("name", Person.Name)] : [];
}
