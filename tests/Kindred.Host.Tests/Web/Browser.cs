using System.Net;
using System.Text.RegularExpressions;
using Kindred.Core.Members;

namespace Kindred.Host.Tests.Web;

/// <summary>One browser with its cookies. It follows no redirect, so that tests see each answer.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private string? _token;

    internal Browser(Uri address, Secret? session = null)
    {
        Address = address;
        if (session is not null)
        {
            _cookies.Add(address, new Cookie("kindred", session.Reveal(), "/"));
        }

        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0.0.0");
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    internal Uri Address { get; }

    internal IReadOnlyDictionary<string, string> Cookies => _cookies.GetCookies(Address).ToDictionary(cookie => cookie.Name, cookie => cookie.Value, StringComparer.Ordinal);

    public void Dispose() => _http.Dispose();

    /// <summary>Asks for a page; while it says that the workspace is being opened, asks again, as a browser does by itself.</summary>
    internal async Task<HttpResponseMessage> GetAsync(string path)
    {
        var answer = await _http.GetAsync(new Uri(Address, path));
        for (var i = 0; i < 600 && answer.StatusCode == HttpStatusCode.Accepted; i++)
        {
            answer.Dispose();
            await Task.Delay(100);
            answer = await _http.GetAsync(new Uri(Address, path));
        }

        return answer;
    }

    /// <summary>The text of a page, whatever its status.</summary>
    internal async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>Begins a download; the body is read as it comes.</summary>
    internal Task<HttpResponseMessage> BeginAsync(string path) => _http.GetAsync(new Uri(Address, path), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>A token for forms, as a page of the site gives it.</summary>
    internal async Task<string> TokenAsync() => _token ??= TokenIn(await TextAsync("/sign-in"));

    /// <summary>Sends a form with a token of one of our pages.</summary>
    internal async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await PostPlainAsync(path, [("__token", await TokenAsync()), .. fields]);

    /// <summary>Sends a form as it is.</summary>
    internal async Task<HttpResponseMessage> PostPlainAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(new Uri(Address, path), content);
    }

    /// <summary>Sends files with a token, as the drop page does.</summary>
    internal async Task<HttpResponseMessage> UploadAsync(string path, params (string Name, byte[] Bytes)[] files)
    {
        using var content = new MultipartFormDataContent { { new StringContent(await TokenAsync()), "__token" } };
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        return await _http.PostAsync(new Uri(Address, path), content);
    }

    /// <summary>The token in a page.</summary>
    internal static string TokenIn(string html) => Token().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : throw new InvalidOperationException("The page has no form of ours.");

    [GeneratedRegex("name=\"__token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
