using System.Security.Cryptography;
using System.Text;

namespace InterviewPrep.Web.Text;

/// <summary>Tells texts apart.</summary>
public static class Sha256
{
    /// <summary>SHA-256 of a text's UTF-8 bytes as lower-case hexadecimal.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
