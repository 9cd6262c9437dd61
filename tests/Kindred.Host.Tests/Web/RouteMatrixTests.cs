using System.Net;
using System.Text.RegularExpressions;
using Kindred.Core.Members;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>T35: every route × everybody × every workspace. A route that is not classified fails; nobody gets what they may not, and a workspace one may not see answers like one that does not exist.</summary>
public sealed partial class RouteMatrixTests
{
    /// <summary>No workspace has it.</summary>
    private const string Missing = "ffffffffffffffffffffffffffffffff";

    /// <summary>Routes that change something and need no session: each takes a secret of its own.</summary>
    private static readonly string[] OpenForms = ["/sign-in", "/invitation", "/reset"];

    /// <summary>Routes of links to documents that change something: they act for nobody, and each asks for the link's secret in its address.</summary>
    private static readonly string[] StrangersForms = ["/v/{token}", "/v/{token}/beat", "/v/{token}/say", "/v/{token}/start"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Routes_All_SayWhatTheyNeed()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var routes = SiteRoute.Of(site);
        Assert.True(routes.Count > 30, $"only {routes.Count} routes were found");
        Assert.DoesNotContain(routes, route => route.Needs is null);
        Assert.DoesNotContain(routes, route => route.Method is not ("GET" or "HEAD" or "POST" or "*"));
        Assert.DoesNotContain(routes, route => route.IsInWorkspace != (route.Needs!.Permission is not null));
        Assert.DoesNotContain(routes, route => route.Pattern.Contains("{workspace}", StringComparison.Ordinal) != route.IsInWorkspace);
        Assert.Equal(OpenForms.Order(StringComparer.Ordinal), routes.Where(route => route.IsUnsafe && route.Needs is { IsOpen: true, IsPublic: false }).Select(route => route.Pattern).Order(StringComparer.Ordinal));

        Assert.Equal(StrangersForms, routes.Where(route => route.IsUnsafe && route.Needs!.IsPublic).Select(route => route.Pattern).Order(StringComparer.Ordinal));
        Assert.All(routes.Where(route => route.Needs!.IsPublic), route => Assert.Matches("^/(v/|v-test/|assets/)", route.Pattern));

        // Looking never changes anything: what changes asks for more than looking.
        Assert.DoesNotContain(routes, route => route.IsUnsafe && route.Needs!.Permission == Permission.Look);
    }

    [Fact]
    public async Task Routes_InWorkspaces_LetInWhoMayAndNobodyElse()
    {
        await using var site = await WebSite.StartAsync();
        var cast = await Cast.OfAsync(site);
        var routes = SiteRoute.Of(site).Where(route => route.IsInWorkspace).ToArray();
        List<string> wrong = [];
        var checks = 0;
        foreach (var (route, person, (place, id)) in routes.SelectMany(route => cast.People.SelectMany(person => cast.Places.Append(("missing", Missing)).Select(place => (route, person, place)))))
        {
            var expected = person.IsSignedIn ? Expected(person.RoleIn(place), person.IsVisitor && place == "sample", route.Needs!.Permission!.Value) : Answer.SignIn;
            var (found, body, location) = await AskAsync(route, person, id);
            checks++;
            if (found != expected)
            {
                wrong.Add($"{route.Method} {route.Pattern} by {person.Name} in {place}: {found}, expected {expected}");
            }

            if (expected != Answer.Allowed && cast.Secrets.FirstOrDefault(secret => (body + location).Contains(secret, StringComparison.Ordinal)) is { } leak)
            {
                wrong.Add($"{route.Method} {route.Pattern} by {person.Name} in {place} shows '{leak}'");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(routes.Length * cast.People.Count * 4, checks);
        TestContext.Current.TestOutputHelper?.WriteLine($"{checks} answers, {routes.Length} routes, {cast.People.Count} people");
    }

    [Fact]
    public async Task Routes_OfAWorkspaceOneMayNotSee_AnswerAsIfItDidNotExist()
    {
        await using var site = await WebSite.StartAsync();
        var cast = await Cast.OfAsync(site);
        List<string> differing = [];
        foreach (var route in SiteRoute.Of(site).Where(route => route.IsInWorkspace))
        {
            foreach (var person in cast.People.Where(person => person.IsSignedIn))
            {
                var nothing = await WholeAnswerAsync(route, person.Browser, Missing);
                foreach (var (place, id) in cast.Places.Where(place => person.RoleIn(place.Name) is null && !(person.IsVisitor && place.Name == "sample")))
                {
                    if (await WholeAnswerAsync(route, person.Browser, id) != nothing)
                    {
                        differing.Add($"{route.Method} {route.Pattern} by {person.Name}: {place}");
                    }
                }
            }
        }

        Assert.Empty(differing);
    }

    [Fact]
    public async Task Routes_OutsideWorkspaces_AskForASessionWhereTheySay()
    {
        await using var site = await WebSite.StartAsync();
        var cast = await Cast.OfAsync(site);
        foreach (var route in SiteRoute.Of(site).Where(route => !route.IsInWorkspace && route.Method != "*"))
        {
            foreach (var person in cast.People.Where(person => !person.IsSignedIn))
            {
                var (found, body, _) = await AskAsync(route, person, Missing);
                Assert.Equal((route.Pattern, person.Name, route.Needs!.IsOpen ? Answer.Allowed : Answer.SignIn), (route.Pattern, person.Name, found));
                Assert.DoesNotContain(cast.Secrets, secret => body.Contains(secret, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>What must come of it, from the table of roles alone.</summary>
    private static Answer Expected(Role? role, bool mayLookAround, Permission permission) =>
        role is { } has ? RolePermissions.Of(has).Contains(permission) ? Answer.Allowed : Answer.Forbidden
        : mayLookAround ? permission == Permission.Look ? Answer.Allowed : Answer.Forbidden
        : Answer.Missing;

    /// <summary>A form is sent without a token first: whoever may gets as far as that question, and nothing is changed. Who may not is asked with a good token.</summary>
    private static async Task<(Answer Found, string Body, string? Location)> AskAsync(SiteRoute route, Somebody person, string workspace)
    {
        var browser = person.Browser;
        var path = route.In(workspace);
        if (!route.IsUnsafe)
        {
            using var page = await browser.GetAsync(path);
            return await ReadAsync(page);
        }

        using var bare = await browser.PostPlainAsync(path);
        var first = await ReadAsync(bare);
        if (first.Found != Answer.NoToken)
        {
            using var whole = await browser.PostAsync(path);
            var second = await ReadAsync(whole);
            return second.Found == first.Found ? second : (Answer.Other, second.Body, second.Location);
        }

        // Without a session the token is asked first; with one, the fields are kept and signing in is offered.
        if (person.IsSignedIn || OpenForms.Contains(route.Pattern, StringComparer.Ordinal))
        {
            return (Answer.Allowed, first.Body, first.Location);
        }

        using var signedOut = await browser.PostAsync(path, ("note", "kept"));
        return await ReadAsync(signedOut);
    }

    private static async Task<(Answer Found, string Body, string? Location)> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(Ct);
        var location = answer.Headers.Location?.OriginalString;
        var isSignIn = (answer.StatusCode == HttpStatusCode.Redirect && location!.StartsWith("/sign-in", StringComparison.Ordinal)) || (answer.StatusCode == HttpStatusCode.Unauthorized && body.Contains("kept-action", StringComparison.Ordinal));
        var found = isSignIn ? Answer.SignIn
            : answer.StatusCode == HttpStatusCode.Forbidden && body.Contains("members.not-allowed", StringComparison.Ordinal) ? Answer.Forbidden
            : answer.StatusCode == HttpStatusCode.NotFound && body.Contains("members.no-such-workspace", StringComparison.Ordinal) ? Answer.Missing
            : answer.StatusCode == HttpStatusCode.BadRequest && body.Contains("web.form", StringComparison.Ordinal) ? Answer.NoToken
            : (int)answer.StatusCode < 500 ? Answer.Allowed
            : Answer.Other;
        return (found, body, location);
    }

    /// <summary>Status, headers and body, without what differs by the address asked for and from one answer to the next.</summary>
    private static async Task<string> WholeAnswerAsync(SiteRoute route, Browser browser, string workspace)
    {
        using var answer = route.IsUnsafe ? await browser.PostAsync(route.In(workspace)) : await browser.GetAsync(route.In(workspace));
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length" or "Set-Cookie")).OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => header.Key + ": " + string.Join(',', header.Value)));
        var body = await answer.Content.ReadAsStringAsync(Ct);
        return (int)answer.StatusCode + "\n" + headers + "\n" + Token().Replace(body, "").Replace(workspace, "W", StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"__token\" value=\"[^\"]+\"")]
    private static partial Regex Token();

    private enum Answer
    {
        Allowed,
        Forbidden,
        Missing,
        SignIn,
        NoToken,
        Other,
    }
}
