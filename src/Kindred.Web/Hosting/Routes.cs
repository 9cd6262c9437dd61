using Kindred.Core.Members;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Kindred.Web.Hosting;

/// <summary>The three kinds of routes. Each says what it needs, finds out who calls, and answers with a page when they may not.</summary>
internal static class Routes
{
    /// <summary>Address of a page within a workspace.</summary>
    public const string Prefix = "/w/{workspace}/";

    /// <summary>A page or file of a workspace.</summary>
    public static void Page(this IEndpointRouteBuilder routes, string pattern, Permission needs, Func<PageRequest, Task<IResult>> answer) =>
        routes.MapGet(Prefix + pattern, Delegate(http => AnswerAsync(http, new RouteNeeds(needs, false), answer))).WithMetadata(new RouteNeeds(needs, false));

    /// <summary>A page or file of a workspace, made at once.</summary>
    public static void Page(this IEndpointRouteBuilder routes, string pattern, Permission needs, Func<PageRequest, IResult> answer) => routes.Page(pattern, needs, request => Task.FromResult(answer(request)));

    /// <summary>An answer about a workspace that needs nothing of what its files say: it never waits for them to be read.</summary>
    public static void Unread(this IEndpointRouteBuilder routes, string pattern, Permission needs, Func<PageRequest, Task<IResult>> answer) =>
        routes.MapGet(Prefix + pattern, Delegate(http => AnswerAsync(http, new RouteNeeds(needs, false), answer, withSnapshot: false))).WithMetadata(new RouteNeeds(needs, false));

    /// <summary>A form of a workspace: what it changes happens only with a token of one of our pages.</summary>
    public static RouteHandlerBuilder Form(this IEndpointRouteBuilder routes, string pattern, Permission needs, Func<PageRequest, IFormCollection, Task<IResult>> answer) =>
        routes.MapPost(Prefix + pattern, Delegate(http => PostAsync(http, new RouteNeeds(needs, false), answer))).WithMetadata(new RouteNeeds(needs, false)).DisableAntiforgery();

    /// <summary>A form with files, up to a size in bytes.</summary>
    public static void Upload(this IEndpointRouteBuilder routes, string pattern, Permission needs, long largest, Func<PageRequest, IFormCollection, Task<IResult>> answer) =>
        routes.MapPost(Prefix + pattern, Delegate(http => PostAsync(http, new RouteNeeds(needs, false), answer, largest))).WithMetadata(new RouteNeeds(needs, false)).DisableAntiforgery();

    /// <summary>A page outside workspaces.</summary>
    public static void Plain(this IEndpointRouteBuilder routes, string pattern, RouteNeeds needs, Func<PageRequest, Task<IResult>> answer) =>
        routes.MapGet(pattern, Delegate(http => AnswerAsync(http, needs, answer))).WithMetadata(needs);

    /// <summary>A form outside workspaces.</summary>
    public static void PlainForm(this IEndpointRouteBuilder routes, string pattern, RouteNeeds needs, Func<PageRequest, IFormCollection, Task<IResult>> answer) =>
        routes.MapPost(pattern, Delegate(http => PostAsync(http, needs, answer))).WithMetadata(needs).DisableAntiforgery();

    private static Delegate Delegate(Func<HttpContext, Task<IResult>> answer) => answer;

    private static async Task<IResult> AnswerAsync(HttpContext http, RouteNeeds needs, Func<PageRequest, Task<IResult>> answer, bool withSnapshot = true)
    {
        var (request, refusal) = await PageRequest.OfAsync(http, needs, withSnapshot);
        return refusal ?? await answer(request);
    }

    private static async Task<IResult> PostAsync(HttpContext http, RouteNeeds needs, Func<PageRequest, IFormCollection, Task<IResult>> answer, long? largest = null)
    {
        var (request, refusal) = await PageRequest.OfAsync(http, needs);
        if (refusal is not null && request.Page.Caller is not null)
        {
            return refusal;
        }

        if (largest is { } bytes && refusal is null)
        {
            // Only who may upload may send much.
            http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = bytes;
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = bytes, MultipartHeadersLengthLimit = 16 << 10 }));
        }

        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return Refusals.NotOurForm(request);
        }

        // Nothing typed is lost when the session ended meanwhile: the fields come along to the sign-in page and back.
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return refusal is null ? await answer(request, form) : Refusals.SignInAndGoOn(request, form);
    }
}
