namespace Kindred.Host.Tests.Web;

/// <summary>Ways to write an address so that a browser leaves the site although it looks like a path.</summary>
internal static class ElsewhereForms
{
    internal static IReadOnlyList<string> All { get; } =
    [
        "//evil.example", "///evil.example", "////evil.example", "//evil.example/", "//evil.example/%2e%2e", "//127.0.0.1@evil.example", "//evil.example#/", "//evil.example?/",
        "/\\evil.example", "\\/evil.example", "\\\\evil.example", "/\\/evil.example", "\\evil.example", "/\\\\evil.example", "//\\evil.example", "/%5cevil.example\\",
        "http://evil.example", "https://evil.example", "HTTP://evil.example", "hTTps:evil.example", "http:/evil.example", "http:\\\\evil.example", "https:///evil.example", "ftp://evil.example", "ws://evil.example",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "javascript://127.0.0.1/%0aalert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "file:///etc/passwd", "blob:evil",
        "/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "\t//evil.example", "\n//evil.example", " //evil.example", "/ /evil.example", "/\u0000/evil.example", "\u0000//evil.example", "/\u000b/evil.example", "/\u001f/evil.example",
        "/\u3002evil.example\\", "//evil\u3002example", "/\uff0fevil.example", "\uff0f\uff0fevil.example", "/\u2028/evil.example", "/한글",
        "evil.example", "evil.example/path", "www.evil.example", "@evil.example", ":80//evil.example", "?//evil.example", "#//evil.example", ".//evil.example", "..//evil.example", "/x\r\nLocation: http://evil.example", "/x\r\nSet-Cookie: a=b",
    ];
}
