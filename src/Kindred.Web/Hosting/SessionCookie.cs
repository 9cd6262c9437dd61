using Kindred.Core.Members;

namespace Kindred.Web.Hosting;

/// <summary>The cookie that holds a session's token, and who it says is calling.</summary>
internal static class SessionCookie
{
    /// <summary>Over https the name binds the cookie to this host and to https.</summary>
    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Host-kindred" : "kindred";

    public static void Set(HttpContext http, StartedSession started) => http.Response.Cookies.Append(Name(http), started.Token.Reveal(), Options(http));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http));

    /// <summary>Who calls; null without a session that holds.</summary>
    public static async Task<Caller?> CallerAsync(HttpContext http) =>
        http.Request.Cookies[Name(http)] is { Length: > 0 } token
            && (await http.RequestServices.GetRequiredService<MembersModule>().FindCaller.RunAsync(new Secret(token), http.RequestAborted)).TryGet(out var caller, out _) ? caller : null;

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = "/", MaxAge = TimeSpan.FromDays(90) };
}
