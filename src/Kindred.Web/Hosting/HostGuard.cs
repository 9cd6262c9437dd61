namespace Kindred.Web.Hosting;

/// <summary>Answers only to names that mean this computer, so that another site cannot point its own name at us (DNS rebinding).</summary>
internal static class HostGuard
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase) { "127.0.0.1", "localhost", "[::1]" };

    public static void Use(IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        if (!Allowed.Contains(http.Request.Host.Host))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync("Kindred answers at http://127.0.0.1 and http://localhost only. [web.host]\n");
            return;
        }

        await next(http);
    });
}
