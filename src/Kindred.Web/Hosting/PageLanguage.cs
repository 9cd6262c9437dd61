using Kindred.Core.Basics;
using Kindred.Core.Members;

namespace Kindred.Web.Hosting;

/// <summary>In which language a page speaks: as chosen, else the member's, else the browser's, else Korean.</summary>
internal static class PageLanguage
{
    public const string Cookie = "kindred-lang";

    public static Language Of(HttpContext http, Caller? caller) => http.Request.Cookies[Cookie] switch
    {
        "ko" => Language.Korean,
        "en" => Language.English,
        _ => caller?.Member?.Language ?? (Preferred(http.Request.Headers.AcceptLanguage.ToString()) is "en" ? Language.English : Language.Korean),
    };

    public static void Keep(HttpContext http, string code) => http.Response.Cookies.Append(Cookie, code == "en" ? "en" : "ko", new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = http.Request.IsHttps,
    });

    /// <summary>The first of Korean and English that the browser names.</summary>
    private static string? Preferred(string header) => header.Split(',').Select(part => part.Trim()).Select(part => part.Length >= 2 ? part[..2].ToLowerInvariant() : "").FirstOrDefault(code => code is "ko" or "en");
}
