using System.Buffers;
using System.Text.Json;
using Kindred.Core.Members;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;
using Kindred.Web.Hosting;

namespace Kindred.Web.Viewing;

/// <summary>What a reader's browser sends: that a view starts, its beats, and a click on the call to action. Answered only after it is on the disk.</summary>
internal static class BeatRoutes
{
    private const int MostStartBytes = 1_024;
    private const int MostAtOnce = 20;
    private const int MostASecond = 2;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v/{token}/start", ViewerPages.Answer(StartAsync)).WithMetadata(RouteNeeds.Stranger).DisableAntiforgery();
        routes.MapPost("/v/{token}/beat", ViewerPages.Answer(BeatAsync)).WithMetadata(RouteNeeds.Stranger).DisableAntiforgery();
        routes.MapPost("/v/{token}/say", ViewerPages.Answer(SayAsync)).WithMetadata(RouteNeeds.Stranger).DisableAntiforgery();
        routes.MapGet("/v/{token}/go", ViewerPages.Answer(GoAsync)).WithMetadata(RouteNeeds.Stranger);
    }

    private static async Task<IResult> StartAsync(HttpContext http, string token)
    {
        var (link, viewer) = await ViewerPages.FindAsync(http, token);
        if (link is null || viewer is null)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        // A member looks: the page works, nothing is written down.
        if (viewer.IsTeam)
        {
            return Results.NoContent();
        }

        if (await BodyAsync(http, MostStartBytes) is not { } body || Signs(http, body) is not { } signs)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        // A page that is opened again and again by a program: the reader may go on reading, nothing more is written down.
        if (!http.RequestServices.GetRequiredService<StartGate>().Take(viewer.Id))
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var now = ViewerPages.Clock(http).GetUtcNow();
        var document = link.Room.Document(link.Link.Document)!;
        var view = new DocumentView(Randomness.System.Name(), link.Link.Id, document.Id, document.Current.Number, viewer.Id, now, signs);
        await link.Room.Store.AddViewAsync(view, http.RequestAborted);
        return Results.Json(new { v = ViewerPages.Desk(http).Tokens.Make(view.Id, link.Link.Id, now), every = Beat.IntervalSeconds });
    }

    private static async Task<IResult> BeatAsync(HttpContext http, string token)
    {
        // No look at the cookie: the signed token says which view it is, and sendBeacon may come after the page is gone.
        var desk = ViewerPages.Desk(http);
        var link = await desk.FindAsync(token, http.RequestAborted);
        var now = ViewerPages.Clock(http).GetUtcNow();
        if (await BodyAsync(http, Beat.MostBytes) is not { } body || !BeatMessage.Read(body).TryGet(out var beat, out _))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        // A link that does not exist and a token of another link get one answer.
        if (!desk.Tokens.Read(beat.View, link?.Link.Id ?? "", now).TryGet(out var view, out var reasons) || link is null)
        {
            return Results.StatusCode(reasons.Count > 0 && reasons[0].Code == "tracking.token-old" ? StatusCodes.Status410Gone : StatusCodes.Status403Forbidden);
        }

        // More beats than a browser makes in the time: kept by nobody, so that one view cannot fill the disk.
        if (beat.Sequence > MostAtOnce + (MostASecond * (now - ViewTokens.StartOf(beat.View)).TotalSeconds))
        {
            http.Response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        // What was read before a link was closed still counts; what comes a minute later was not read through it.
        if (!link.Link.ServesAt(now.AddMinutes(-1)) && !link.Link.ServesAt(now))
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        await link.Room.Store.KeepAsync([ViewEvent.Of(view, beat, now)], CancellationToken.None);
        return Results.NoContent();
    }

    /// <summary>A few words for the sender, where the link asks for them.</summary>
    private static async Task<IResult> SayAsync(HttpContext http, string token)
    {
        var (link, viewer) = await ViewerPages.FindAsync(http, token);
        if (link is null || viewer is null || link.Link.Options.Cta is not { Url: null })
        {
            return ClosedAnswer.NotFound(http);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var text = Clean(form["text"].ToString());
        if (text.Length is 0 or > CallToAction.MostText)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (!viewer.IsTeam)
        {
            if (!http.RequestServices.GetRequiredService<StartGate>().Take("say|" + viewer.Id))
            {
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            var now = ViewerPages.Clock(http).GetUtcNow();
            if (!ViewerPages.Desk(http).Tokens.Read(form["v"].ToString(), link.Link.Id, now).TryGet(out var view, out _))
            {
                // Without our script nothing was measured: the message is kept with a view that never began.
                var document = link.Room.Document(link.Link.Document)!;
                view = Randomness.System.Name();
                await link.Room.Store.AddViewAsync(new DocumentView(view, link.Link.Id, document.Id, document.Current.Number, viewer.Id, now, new OpeningSigns(null, false, http.Request.Headers.AcceptLanguage.Count > 0, false, false)), http.RequestAborted);
            }

            var email = viewer.Email ?? (!link.Link.Options.IsAnonymous && EmailAddress.Of(form["email"]).TryGet(out var given, out _) ? given.Key : null);
            await link.Room.Store.KeepAsync([ViewEvent.Said(view, text, email, now)], http.RequestAborted);
        }

        return PageRequest.GoTo(Shell.Urls.View(token) + "?said=1#say");
    }

    /// <summary>Without control characters but line breaks.</summary>
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();

    private static async Task<IResult> GoAsync(HttpContext http, string token)
    {
        var (link, viewer) = await ViewerPages.FindAsync(http, token);
        if (link is null || viewer is null || link.Link.Options.Cta is not { Url: { } target })
        {
            return ClosedAnswer.NotFound(http);
        }

        // The target is the stored one; the request names only its view, so that the click counts for it.
        if (!viewer.IsTeam && ViewerPages.Desk(http).Tokens.Read(http.Request.Query["v"].ToString(), link.Link.Id, ViewerPages.Clock(http).GetUtcNow()).TryGet(out var view, out _))
        {
            await link.Room.Store.KeepAsync([ViewEvent.Of(view, "cta", ViewerPages.Clock(http).GetUtcNow())], http.RequestAborted);
        }

        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return PageRequest.GoTo(target);
    }

    private static OpeningSigns? Signs(HttpContext http, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 3 });
            var root = json.RootElement;
            var headers = http.Request.Headers;
            var ahead = headers["Purpose"].ToString() + headers["Sec-Purpose"] + headers["X-Purpose"] + headers["X-Moz"];
            return new OpeningSigns(
                Crawlers.Find(headers.UserAgent.ToString()) ?? (headers.UserAgent.Count == 0 ? "no User-Agent" : null),
                ahead.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || ahead.Contains("preview", StringComparison.OrdinalIgnoreCase),
                headers.AcceptLanguage.ToString().Length > 0,
                root.GetProperty("driven").GetBoolean(),
                root.GetProperty("width").GetDouble() > 0 && root.GetProperty("height").GetDouble() > 0 && root.GetProperty("languages").GetInt32() > 0);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The body, or null where it is longer than it may be.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext http, int most)
    {
        if (http.Request.ContentLength > most)
        {
            return null;
        }

        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > most || read.IsCompleted)
            {
                var body = read.Buffer.Length > most ? null : read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body is null ? (ReadOnlyMemory<byte>?)null : body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
