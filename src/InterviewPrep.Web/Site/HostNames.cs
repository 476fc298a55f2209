using System.Globalization;

namespace InterviewPrep.Web.Site;

/// <summary>Names of hosts in the one form in which they are compared and sent: letters of other scripts in punycode, lower case.</summary>
public static class HostNames
{
    private static readonly IdnMapping Mapping = new();

    /// <summary>The ASCII form of a name, whichever of its two spellings it comes in. A name that has none stays as it is.</summary>
    public static string Ascii(string name)
    {
        try
        {
            return Mapping.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return name.ToLowerInvariant();
        }
    }

    /// <summary>Scheme, host and port of a request, as an address that every browser and program takes.</summary>
    public static string Origin(this HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    /// <summary>The same of an address that the settings name.</summary>
    public static string Origin(this Uri address) => $"{address.Scheme}://{Ascii(address.Host)}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
}
