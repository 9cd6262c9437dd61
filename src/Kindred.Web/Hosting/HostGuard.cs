using Kindred.Web.Viewing;

namespace Kindred.Web.Hosting;

/// <summary>Answers only to names that mean this computer, so that another site cannot point its own name at us (DNS rebinding). The public port answers to the public address too.</summary>
internal static class HostGuard
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase) { "127.0.0.1", "localhost", "[::1]" };

    public static void Use(IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        var host = http.Request.Host.Host;
        if (!Allowed.Contains(host) && !(PublicSide.Is(http) && http.RequestServices.GetRequiredService<LinkDesk>().Settings.IsOurHost(host)))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync("Kindred answers at http://127.0.0.1 and http://localhost only, and at its public address on its public port. [web.host]\n");
            return;
        }

        await next(http);
    });
}
