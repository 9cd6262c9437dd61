using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Kindred.Web.Assets;

/// <summary>Styles, scripts and fonts, embedded in the assembly: nothing to publish beside it, nothing from another host. The address holds a hash of the content, so browsers keep them for ever.</summary>
public static class Embedded
{
    private const string Prefix = "assets/";
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal) { [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".woff2"] = "font/woff2", [".svg"] = "image/svg+xml" };
    private static readonly Dictionary<string, Asset> All = Load();

    /// <summary>Hash of all assets together.</summary>
    public static string Version { get; } = VersionOf();

    /// <summary>Names of all assets.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Address of an asset.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset: a page must not link to nothing.</exception>
    public static string Url(string name) => All.ContainsKey(name) ? $"/assets/{Version}/{name}" : throw new KeyNotFoundException(name);

    /// <summary>Bytes as sent: compressed with Brotli where that makes them smaller.</summary>
    public static int SentBytes(string name) => All[name].Brotli?.Length ?? All[name].Plain.Length;

    /// <summary>Serves them.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{version}/{**name}", (string version, string name, HttpContext http) =>
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.Headers.ETag = asset.Tag;
        if (http.Request.Headers.IfNoneMatch == asset.Tag)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var compressed = asset.Brotli is not null && Accepts(http.Request.Headers.AcceptEncoding);
        if (compressed)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        return Results.Bytes(compressed ? asset.Brotli! : asset.Plain, asset.Type);
    });

    private static bool Accepts(StringValues encodings) => encodings.Any(encoding => encoding?.Contains("br", StringComparison.Ordinal) == true);

    private static Dictionary<string, Asset> Load()
    {
        var assembly = typeof(Embedded).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var plain = new byte[stream.Length];
            stream.ReadExactly(plain);
            var type = Types[Path.GetExtension(name)];
            return new Asset(plain, type.StartsWith("font", StringComparison.Ordinal) ? null : Compressed(plain), type, '"' + Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8)) + '"');
        }, StringComparer.Ordinal);
    }

    private static byte[]? Compressed(byte[] plain)
    {
        using var stream = new MemoryStream();
        using (var brotli = new BrotliStream(stream, new BrotliCompressionOptions { Quality = 9 }, leaveOpen: true))
        {
            brotli.Write(plain);
        }

        return stream.Length < plain.Length ? stream.ToArray() : null;
    }

    private static string VersionOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, asset) in All.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(asset.Plain);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private sealed record Asset(byte[] Plain, byte[]? Brotli, string Type, string Tag);
}
