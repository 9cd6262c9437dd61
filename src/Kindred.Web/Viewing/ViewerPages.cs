using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Documents.Sharing;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Viewing;

/// <summary>What a link leads to: what it asks first, then the pages. Opening the address never counts; entering needs a form that a person or our script sends.</summary>
internal static class ViewerPages
{
    private const string Cookie = "kindred-view";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v/{token}", ["GET", "HEAD"], Answer((http, token) => OpenAsync(http, token))).WithMetadata(RouteNeeds.Stranger);
        routes.MapPost("/v/{token}", Answer((http, token) => EnterAsync(http, token))).WithMetadata(RouteNeeds.Stranger).DisableAntiforgery();
        routes.MapGet("/v/{token}/p/{name}", Answer((http, token) => PictureAsync(http, token))).WithMetadata(RouteNeeds.Stranger);
        routes.MapGet("/v/{token}/text/{page:int}", Answer((http, token) => TextAsync(http, token))).WithMetadata(RouteNeeds.Stranger);
        routes.MapGet("/v/{token}/pages", Answer((http, token) => AddressesAsync(http, token))).WithMetadata(RouteNeeds.Stranger);
        routes.MapGet("/v/{token}/file", Answer((http, token) => FileAsync(http, token))).WithMetadata(RouteNeeds.Stranger);
        routes.MapGet("/v-test/{nonce}", Answer((http, nonce) => Task.FromResult(Results.Text(Desk(http).Seals.Of("self-test", nonce))))).WithMetadata(RouteNeeds.Stranger);
    }

    /// <summary>The link and its viewer, when the cookie still opens it.</summary>
    public static async Task<(SharedLink? Link, Viewer? Viewer)> FindAsync(HttpContext http, string token)
    {
        var desk = Desk(http);
        var link = await desk.FindAsync(token, http.RequestAborted);
        return (link, link is null ? null : await desk.ViewerAsync(link, http.Request.Cookies[Cookie], http.RequestAborted));
    }

    /// <summary>Remembers who was let in, for this link only.</summary>
    public static void Remember(HttpContext http, string token, string secret) => http.Response.Cookies.Append(Cookie, secret, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps, Path = Urls.View(token), MaxAge = Viewer.Lasts,
    });

    public static LinkDesk Desk(HttpContext http) => http.RequestServices.GetRequiredService<LinkDesk>();

    public static TimeProvider Clock(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>();

    /// <summary>As a plain delegate: the analyzer of route handlers fails on anything more telling.</summary>
    public static Delegate Answer(Func<HttpContext, string, Task<IResult>> answer) => answer;

    private static async Task<IResult> OpenAsync(HttpContext http, string token)
    {
        var misses = http.RequestServices.GetRequiredService<MissGate>();
        var address = ReaderAddress.Of(http);
        if (misses.IsShut(address))
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var (link, viewer) = await FindAsync(http, token);
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var now = Clock(http).GetUtcNow();
        if (viewer is not null)
        {
            return Show(http, link!, viewer, now);
        }

        if (link?.Link.StateAt(now) != LinkState.Open || link.Room.Document(link.Link.Document) is not { RemovedAt: null })
        {
            misses.Count(address);
            return ClosedAnswer.NotFound(http);
        }

        return Gate(http, link, new GateForm("", "", "", false), null, isCodeSent: false, StatusCodes.Status200OK);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, string token)
    {
        var clock = Clock(http);
        var began = clock.GetTimestamp();
        var misses = http.RequestServices.GetRequiredService<MissGate>();
        var address = ReaderAddress.Of(http);
        if (misses.IsShut(address))
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (link, viewer) = await FindAsync(http, token);
        if (viewer is not null)
        {
            return PageRequest.GoTo(Urls.View(token));
        }

        if (link?.Link.StateAt(clock.GetUtcNow()) != LinkState.Open || link.Room.Document(link.Link.Document) is not { RemovedAt: null })
        {
            misses.Count(address);
            await ClosedAnswer.WaitAsync(clock, began, http.RequestAborted);
            return ClosedAnswer.NotFound(http);
        }

        var desk = Desk(http);
        var typed = new GateForm(form["email"].ToString(), form["name"].ToString(), form["company"].ToString(), form["consent"] == "yes");
        var request = new EnterRequest(typed.Email, typed.Name, typed.Company, form["password"].ToString(), form["code"].ToString(), typed.Consents, address, ReaderAddress.Half(http), DeviceLabel.Of(http.Request.Headers.UserAgent.ToString()), false);
        if (!(await desk.EnterAt(link).RunAsync(link.Link, request, http.RequestAborted)).TryGet(out var outcome, out var reasons))
        {
            await ClosedAnswer.WaitAsync(clock, began, http.RequestAborted);
            return reasons[0].Code == "links.gone" ? ClosedAnswer.NotFound(http)
                : Gate(http, link, typed, reasons[0], reasons[0].Code is "links.code" or "links.code-sent", reasons[0].Code == "links.wait" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden);
        }

        if (outcome.Viewer is null)
        {
            return Gate(http, link, typed, null, isCodeSent: true, StatusCodes.Status200OK);
        }

        desk.Entered(link, outcome.Viewer);
        Remember(http, token, outcome.Secret!);
        return PageRequest.GoTo(Urls.View(token));
    }

    private static IResult Gate(HttpContext http, SharedLink link, GateForm form, Reason? reason, bool isCodeSent, int status) =>
        PageRequest.OfNobody(http).View<LinkGatePage>(new GateModel(link, form, reason, isCodeSent, Desk(http).Settings), status);

    private static IResult Show(HttpContext http, SharedLink link, Viewer viewer, DateTimeOffset now)
    {
        var document = link.Room.Document(link.Link.Document)!;
        var from = int.TryParse(http.Request.Query["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, document.Current.Pages) : 1;
        var desk = Desk(http);
        return PageRequest.OfNobody(http).View<ViewerPage>(new ViewerModel(link, viewer, document, from, number => PageAddresses.Make(desk, link, viewer, document.Current.Number, number, 960, now)) { HasSaid = http.Request.Query["said"] == "1" });
    }

    private static async Task<IResult> PictureAsync(HttpContext http, string token)
    {
        var (link, viewer) = await FindAsync(http, token);
        if (link is null || viewer is null)
        {
            return await ShutAsync(http, link);
        }

        var document = link.Room.Document(link.Link.Document)!;
        if (PageAddresses.Read(http.Request.RouteValues["name"]?.ToString() ?? "") is not var (number, page, width)
            || !PageAddresses.Holds(Desk(http), link, viewer, number, page, width, http.Request.Query["e"].ToString(), http.Request.Query["s"].ToString(), Clock(http).GetUtcNow())
            || document.Versions.FirstOrDefault(version => version.Number == number) is not { } version || page > version.Pages)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!(await link.Room.Pictures.OfAsync(document, version, page, width, link.Link.Options.HasWatermark ? Mark(viewer) : null, http.RequestAborted)).TryGet(out var picture, out _))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        // Closed while it was drawn: not one byte more.
        if (!viewer.Opens((await Desk(http).FindAsync(token, http.RequestAborted))!.Link, Clock(http).GetUtcNow()))
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(picture, "image/jpeg");
    }

    private static async Task<IResult> TextAsync(HttpContext http, string token)
    {
        var (link, viewer) = await FindAsync(http, token);
        if (link is null || viewer is null || link.Link.Options.ForbidCopy)
        {
            return link?.Link.Options.ForbidCopy == true && viewer is not null ? Results.StatusCode(StatusCodes.Status403Forbidden) : await ShutAsync(http, link);
        }

        var document = link.Room.Document(link.Link.Document)!;
        var page = int.Parse(http.Request.RouteValues["page"]!.ToString()!, System.Globalization.CultureInfo.InvariantCulture);
        if (page < 1 || page > document.Current.Pages)
        {
            return Results.NotFound();
        }

        var lines = await link.Room.Pictures.TextAsync(document.Id, document.Current.Number, page, http.RequestAborted);
        if (!viewer.Opens((await Desk(http).FindAsync(token, http.RequestAborted))!.Link, Clock(http).GetUtcNow()))
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        return Results.Json(lines.Select(line => new object[] { Math.Round(line.X, 5), Math.Round(line.Y, 5), Math.Round(line.Width, 5), Math.Round(line.Height, 5), line.Text }));
    }

    private static async Task<IResult> AddressesAsync(HttpContext http, string token)
    {
        var (link, viewer) = await FindAsync(http, token);
        if (link is null || viewer is null)
        {
            return await ShutAsync(http, link);
        }

        const int most = 12;
        var document = link.Room.Document(link.Link.Document)!;
        var query = http.Request.Query;
        var from = int.TryParse(query["from"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var first) ? Math.Clamp(first, 1, document.Current.Pages) : 1;
        var width = query["w"] == "1920" ? 1920 : 960;
        var now = Clock(http).GetUtcNow();
        return Results.Json(Enumerable.Range(from, Math.Min(most, document.Current.Pages - from + 1)).ToDictionary(page => Format.Whole(page), page => PageAddresses.Make(Desk(http), link, viewer, document.Current.Number, page, width, now)));
    }

    private static async Task<IResult> FileAsync(HttpContext http, string token)
    {
        var (link, viewer) = await FindAsync(http, token);
        if (link is null || viewer is null)
        {
            return await ShutAsync(http, link);
        }

        if (!link.Link.Options.AllowDownload)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var document = link.Room.Document(link.Link.Document)!;
        if (!viewer.IsTeam && Desk(http).Tokens.Read(http.Request.Query["v"].ToString(), link.Link.Id, Clock(http).GetUtcNow()).TryGet(out var view, out _))
        {
            await link.Room.Store.KeepAsync([Kindred.Documents.Tracking.ViewEvent.Of(view, "download", Clock(http).GetUtcNow())], http.RequestAborted);
        }

        // The file as it is may hold scripts: it is a download and never a page of ours.
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.ContentLength = document.Current.Bytes;
        var file = new OpenWhile(link.Room.Pictures.FileOf(document.Id, document.Current.Number), async () => viewer.Opens((await Desk(http).FindAsync(token, CancellationToken.None))!.Link, Clock(http).GetUtcNow()));
        return Results.Stream(file, "application/pdf", document.Title + ".pdf");
    }

    /// <summary>Who, when and from where, as burnt into a page: the day and hour, so that pages can be kept for an hour.</summary>
    private static string Mark(Viewer viewer) => string.Join("  ", new[] { viewer.Name ?? viewer.Email ?? "link " + viewer.Link[..6], viewer.StartedAt.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " UTC", viewer.Place }.OfType<string>());

    /// <summary>Whoever was let in hears that it is over; to everybody else a link that was closed is one that never was.</summary>
    private static async Task<IResult> ShutAsync(HttpContext http, SharedLink? link)
    {
        if (link is not null && link.Link.StateAt(Clock(http).GetUtcNow()) == LinkState.Open)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (link is not null && await Desk(http).WasLetInAsync(link, http.Request.Cookies[Cookie], http.RequestAborted))
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        http.RequestServices.GetRequiredService<MissGate>().Count(ReaderAddress.Of(http));
        return Results.NotFound();
    }
}

/// <summary>What somebody typed at a link.</summary>
/// <param name="Email">Address.</param>
/// <param name="Name">Name.</param>
/// <param name="Company">Company.</param>
/// <param name="Consents">Whether they agreed.</param>
public sealed record GateForm(string Email, string Name, string Company, bool Consents);

/// <summary>What a link asks first.</summary>
/// <param name="Link">The link.</param>
/// <param name="Form">As typed.</param>
/// <param name="Reason">Why they were not let in, or null.</param>
/// <param name="IsCodeSent">Whether a code is asked.</param>
/// <param name="Settings">The notice.</param>
public sealed record GateModel(SharedLink Link, GateForm Form, Reason? Reason, bool IsCodeSent, SharingSettings Settings)
{
    /// <summary>Whether nothing is asked, so that our script may go on by itself. Where openings are counted out, a person has to.</summary>
    public bool GoesOn => Reason is null && !IsCodeSent && Link.Link is { Password: null, Options: { NeedsEmail: false, AskConsent: false, MaxOpens: null } };
}

/// <summary>The pages of a document.</summary>
/// <param name="Link">The link.</param>
/// <param name="Viewer">Who reads.</param>
/// <param name="Document">The document.</param>
/// <param name="From">First page that is drawn without a script.</param>
/// <param name="Picture">Address of a page's picture.</param>
public sealed record ViewerModel(SharedLink Link, Viewer Viewer, SharedDocument Document, int From, Func<int, string> Picture)
{
    /// <summary>Whether a message was just left.</summary>
    public bool HasSaid { get; init; }
}
