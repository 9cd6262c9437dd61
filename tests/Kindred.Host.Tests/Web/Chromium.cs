using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The system's Chromium, driven by Playwright; tests are skipped with the reason where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A fresh context: own cookies, Korean unless said otherwise.</summary>
    public async Task<IBrowserContext> ContextAsync(string language = "ko", int width = 1280, bool scripts = true)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed (Debian: apt-get install chromium)");
        return await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language == "ko" ? "ko-KR" : "en-US",
            ViewportSize = new ViewportSize { Width = width, Height = width > 600 ? 800 : 844 },
            JavaScriptEnabled = scripts,
            AcceptDownloads = true,
        });
    }

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
