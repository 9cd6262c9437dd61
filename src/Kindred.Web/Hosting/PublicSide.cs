using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kindred.Web.Hosting;

/// <summary>The port for strangers: it serves what a link leads to and nothing of the team's pages, which do not exist there.</summary>
internal static class PublicSide
{
    private static readonly object Marked = new();

    /// <summary>Whether a request came by the public port.</summary>
    public static bool Is(HttpContext http) => http.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(Marked) == true;

    /// <summary>Marks connections of the public port.</summary>
    public static ConnectionDelegate Mark(ConnectionDelegate next) => connection =>
    {
        connection.Items[Marked] = true;
        return next(connection);
    };

    /// <summary>Believes what configured reverse proxies say about who asks; without any, those headers are nothing but text.</summary>
    public static void UseProxies(WebApplication app, WebOptions options)
    {
        if (options.Proxies is not { Count: > 0 } proxies)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = proxies.Count };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            forwarded.KnownProxies.Add(proxy);
        }

        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>After routing: a route that is not for strangers answers there as if it did not exist.</summary>
    public static void Use(IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        if (!Is(http) || http.GetEndpoint()?.Metadata.GetMetadata<RouteNeeds>() is { IsPublic: true })
        {
            return next(http);
        }

        return Viewing.ClosedAnswer.NotFound(http).ExecuteAsync(http);
    });
}
