using Microsoft.Playwright;

namespace Kindred.Host.Tests.Web;

/// <summary>Watches a page for what must never happen: a dialog, an error of script or policy, a request to another host, a failed answer.</summary>
internal sealed class PageWatch
{
    private readonly List<string> _seen = [];

    internal PageWatch(IPage page, Uri site)
    {
        page.Dialog += (_, dialog) =>
        {
            _seen.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _seen.Add("console: " + message.Text);
            }
        };
        page.PageError += (_, error) => _seen.Add("script: " + error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != site.Authority)
            {
                _seen.Add("left the host: " + request.Url);
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                _seen.Add($"{response.Status} {response.Url}");
            }
        };
    }

    /// <summary>What happened, in order.</summary>
    internal IReadOnlyList<string> Seen => _seen;
}
