using System.Globalization;
using Kindred.Core.Members;
using Kindred.Product;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Two people in two real browsers over one scorecard.</summary>
public sealed class TwoPeopleTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("ko", "그사이 다른 사람이 초안을 바꿨어요")]
    [InlineData("en", "Somebody else changed the draft meanwhile")]
    public async Task Card_EditedByTwo_TheSecondSeesTheConflictAndKeepsWhatTheyTyped(string language, string heading)
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (_, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        await SmallSample.CopyToAsync(folder);
        await site.MemberAsync(own, Role.Analyst, "bo@example.com");
        var attribute = ChangeCard.Draft(folder).Value.Card.Attributes.First(one => one.IsNumber && one.Bins.Count > 2);
        var bin = attribute.Bins.ToList().FindIndex(one => one.Points < attribute.MaxPoints);
        var address = new Uri(site.Address, $"/w/{own.Id}/scorecard/edit?field=" + Uri.EscapeDataString(attribute.Field)).AbsoluteUri;
        await using var annas = await chromium.ContextAsync(language);
        await using var bos = await chromium.ContextAsync(language);
        var (anna, bo) = (await SignedInAsync(site, annas, "anna@example.com", language), await SignedInAsync(site, bos, "bo@example.com", language));
        await anna.GotoAsync(address);
        await bo.GotoAsync(address);

        var place = bin.ToString(CultureInfo.InvariantCulture);
        var first = (attribute.Bins[bin].Points + 1).ToString(CultureInfo.InvariantCulture);
        await anna.FillAsync($"input[name='points.{place}']", first);
        await anna.ClickAsync($"button[value='points.{place}']");
        await anna.WaitForURLAsync("**/scorecard?*done=edited*");

        await bo.FillAsync($"input[name='points.{place}']", "93");
        var answer = await bo.RunAndWaitForResponseAsync(() => bo.ClickAsync($"button[value='points.{place}']"), response => response.Request.Method == "POST");
        Assert.Equal(409, answer.Status);
        await bo.WaitForSelectorAsync("[role=alert]");
        Assert.Contains(heading, await bo.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("→ " + first, await bo.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("93", await bo.InputValueAsync($"input[name='points.{place}']"));
        Assert.Equal(attribute.Bins[bin].Points + 1, Points());

        // Having seen both, the second sends it again, and it counts.
        await bo.ClickAsync($"button[value='points.{place}']");
        await bo.WaitForURLAsync("**/scorecard?*done=edited*");
        Assert.Equal(93, Points());

        int Points() => ChangeCard.Draft(folder).Value.Card.Attributes.First(one => one.Field == attribute.Field).Bins[bin].Points;
    }

    private static async Task<IPage> SignedInAsync(WebSite site, IBrowserContext context, string email, string language)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/sign-in").AbsoluteUri);
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", WebSite.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.GotoAsync(new Uri(site.Address, $"/language?to={language}&back=/").AbsoluteUri);
        return page;
    }
}
