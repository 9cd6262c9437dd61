using Kindred.Documents.Tracking;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>T31: User-Agents of people's browsers, Korean in-app ones included, are none we know as programs; those of programs are.</summary>
public sealed class CrawlersTests
{
    private const string Mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/";
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private const string Phone = "Mozilla/5.0 (Linux; Android 14; SM-S928N) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private const string View = "Mozilla/5.0 (Linux; Android 14; SM-S928N Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.81 Mobile Safari/537.36 ";
    private const string Apple = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ";

    public static TheoryData<string> People =>
    [
        Windows + "Chrome/131.0.0.0 Safari/537.36", Windows + "Chrome/109.0.0.0 Safari/537.36", Windows + "Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.70", Windows + "Chrome/130.0.0.0 Whale/4.29.282.14 Safari/537.36", Windows + "Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0",
        Windows + "Chrome/131.0.0.0 Safari/537.36 Vivaldi/7.0.3495.11", Windows + "Chrome/120.0.0.0 YaBrowser/24.1.0 Safari/537.36", Windows + "Teams/1.7.00.33761 Chrome/118.0.5993.159 Electron/27.0 Safari/537.36", Windows + "Chrome/127.0.0.0 Electron/31 Safari/537.36 Slack/4.40",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0", "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko", "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; rv:11.0) like Gecko",
        Mac + "605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", Mac + "537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", Mac + "537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Whale/4.29.282.14 Safari/537.36", Mac + "537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15 Epiphany/605.1.15",
        Phone + "Chrome/131.0.0.0 Mobile Safari/537.36", Phone + "SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36", Phone + "Chrome/130.0.0.0 Whale/3.7.4.2 Mobile Safari/537.36", Phone + "Chrome/131.0.0.0 Mobile Safari/537.36 EdgA/131.0.0.0", Phone + "Chrome/128.0.0.0 Mobile Safari/537.36 OPR/85.0",
        "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36", "Mozilla/5.0 (Linux; Android 13; LM-V500N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 12; SM-T870) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Safari/537.36", "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36 DuckDuckGo/5",
        View + "KAKAOTALK 10.9.5;KAKAOTALK 2410950", View + "NAVER(inapp; search; 2000; 12.10.40)", View + "NAVER(inapp; cafe; 500; 8.1)", View + "Line/14.19.1/IAB", View + "DaumApps/7.9 DaumDevice/mobile", View + "BAND/12.0.1 (Android 14)", View + "[FB_IAB/FB4A;FBAV/490.0.0.59.79;]", View + "Instagram 357.1.0.52.100 Android", View + "GSA/15.45", View + "LinkedInApp/4.1", View + "everytimeApp",
        View + "KakaoStory/7.8", View + "worksmobile/4.1", View + "Hiworks/3.2", View + "trill_340",
        Apple + "Version/18.1.1 Mobile/15E148 Safari/604.1", Apple + "CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1", Apple + "FxiOS/132.1 Mobile/15E148 Safari/605.1.15", Apple + "EdgiOS/131.0.0.0 Mobile/15E148 Safari/604.1", Apple + "Mobile/22B91 KAKAOTALK 24.11.0", Apple + "Mobile/15E148 KAKAOTALK/25.1.0 (INAPP)", Apple + "Mobile/22B91 NAVER(inapp; search; 1410; 12.9.0; 16PRO)", Apple + "Mobile/15E148 Safari Line/14.19.1",
        Apple + "Mobile/15E148 Instagram 357.0.0.29.110 (iPhone16,1; iOS 18_1_1; ko_KR)", Apple + "Mobile/22B91 [FBAN/FBIOS;FBAV/490.0.0.36.109;FBDV/iPhone16,1]", Apple + "Mobile/15E148 [LinkedInApp]/9.30", Apple + "Version/18.0 Mobile/15E148 Whale/3.7 Safari/604.1", Apple + "Mobile/15E148 DaumApps/7.9", Apple + "Mobile/15E148", Apple + "GSA/343.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1", "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1",
    ];

    public static TheoryData<string> Programs =>
    [
        "facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984", "facebookexternalhit/1.1;kakaotalk-scrap/1.0;", "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)", "Mozilla/5.0 (compatible; Yeti/1.1; +http://naver.me/bot)",
        "facebookexternalhit/1.1;line-poker/1.0", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "Slackbot 1.0 (+https://api.slack.com/robots)", "Slack-ImgProxy (+https://api.slack.com/robots)", "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com", "Mozilla/5.0 (compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview)",
        "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)", "Mozilla/4.0 (compatible; ms-office; MSOffice 16)", "Twitterbot/1.0", "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)", "TelegramBot (like TwitterBot)", "WhatsApp/2.23.20.0", "WhatsApp/2.2445.7 W",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/131.0.0.0 Safari/537.36", "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html?faqId=28966)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)",
        "CCBot/2.0 (https://commoncrawl.org/faq/)", "Mozilla/5.0 (compatible; Bytespider; spider-feedback@bytedance.com)", "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)", "Mozilla/5.0 (Applebot/0.1; +http://www.apple.com/go/applebot)", "DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)", "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)", "Baiduspider+(+http://www.baidu.com/search/spider.htm)",
        "curl/8.5.0", "Wget/1.21.4", "python-requests/2.32.3", "Go-http-client/1.1", "okhttp/4.12.0", "Java/17.0.2", "Apache-HttpClient/4.5.14 (Java/17)", "axios/1.7.7", "node-fetch/1.0", "PostmanRuntime/7.42.0", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36", "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
        "Mozilla/5.0 (compatible; Barracuda Sentinel (EE))", "Mimecast-URL-Scanner", "Mozilla/5.0 (compatible; proofpoint url defense)", "Mozilla/5.0 (compatible; urlscan.io)",
    ];

    [Theory]
    [MemberData(nameof(People))]
    public void Find_BrowsersOfPeople_AreNone(string agent) => Assert.Null(Crawlers.Find(agent));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Find_Programs_AreNamed(string agent) => Assert.False(string.IsNullOrWhiteSpace(Crawlers.Find(agent)), agent);

    [Fact]
    public void Find_NothingOrVeryLong_NeverThrows()
    {
        Assert.Null(Crawlers.Find(null));
        Assert.Null(Crawlers.Find(" "));
        Assert.Null(Crawlers.Find(new string('a', 1_000_000)));
        Assert.True(People.Count >= 60 && Programs.Count >= 40, $"{People.Count} people, {Programs.Count} programs");
    }
}
