using Kindred.Web.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kindred.Host.Tests.Web;

/// <summary>A route of the app, as its endpoint says.</summary>
/// <param name="Method">GET or POST; * for the answer to whatever is no route.</param>
/// <param name="Pattern">Pattern with its parameters.</param>
/// <param name="Needs">What it asks; null when it is not classified.</param>
internal sealed record SiteRoute(string Method, string Pattern, RouteNeeds? Needs)
{
    /// <summary>Whether it lies in a workspace.</summary>
    internal bool IsInWorkspace => Pattern.StartsWith(Routes.Prefix, StringComparison.Ordinal);

    /// <summary>Whether it may change something.</summary>
    internal bool IsUnsafe => Method == "POST";

    /// <summary>An address of it.</summary>
    internal string In(string workspace) => string.Join('/', Pattern.Replace("{workspace}", workspace, StringComparison.Ordinal).Split('/').Select(part => part.StartsWith('{') ? "0123456789abcdef" + part[(part.LastIndexOf('}') + 1)..] : part));

    /// <summary>Every route of a running app.</summary>
    internal static IReadOnlyList<SiteRoute> Of(WebSite site) =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
            (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => new SiteRoute(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<RouteNeeds>()))),
    ];
}
