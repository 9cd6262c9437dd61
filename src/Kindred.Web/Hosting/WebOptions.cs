using System.Globalization;
using System.Net;
using Kindred.Core.Basics;

namespace Kindred.Web.Hosting;

/// <summary>What the server was started with.</summary>
/// <param name="Data">The one data folder: people, keys, and a sub-folder for every workspace.</param>
/// <param name="Port">TCP port on the loopback address, 0 for any free one.</param>
/// <param name="Language">Language of the terminal.</param>
/// <param name="PublicPort">Port that serves links to documents and nothing else; null for none.</param>
/// <param name="PublicBind">Address the public port listens on; loopback unless said otherwise, for a reverse proxy on this machine.</param>
/// <param name="Proxies">Reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.</param>
public sealed record WebOptions(string Data, int Port = WebOptions.DefaultPort, Language Language = Language.English, int? PublicPort = null, IPAddress? PublicBind = null, IReadOnlyList<IPAddress>? Proxies = null)
{
    /// <summary>The port when none is named.</summary>
    public const int DefaultPort = 5170;

    /// <summary>Reads the command line.</summary>
    /// <returns>The options; refused: <c>web.unknown-option</c>, <c>web.port</c>.</returns>
    public static Result<WebOptions> Read(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new WebOptions("kindred-data");
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            switch (args[i])
            {
                case "--data" when value is not null:
                    options = options with { Data = value };
                    break;
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue:
                    options = options with { Port = port };
                    break;
                case "--port":
                    return Result.Refused<WebOptions>("web.port", "--port", $"--port '{value}'는 포트 번호가 아니에요. 0–65535에서 골라 주세요.", $"--port '{value}' is no port. Choose 0–65535.");
                case "--public-port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue:
                    options = options with { PublicPort = port };
                    break;
                case "--public-port":
                    return Result.Refused<WebOptions>("web.port", "--public-port", $"--public-port '{value}'는 포트 번호가 아니에요. 0–65535에서 골라 주세요.", $"--public-port '{value}' is no port. Choose 0–65535.");
                case "--public-bind" when IPAddress.TryParse(value, out var bind):
                    options = options with { PublicBind = bind };
                    break;
                case "--proxy" when IPAddress.TryParse(value, out var proxy):
                    options = options with { Proxies = [.. options.Proxies ?? [], proxy] };
                    break;
                case "--public-bind" or "--proxy":
                    return Result.Refused<WebOptions>("web.address", args[i], $"{args[i]} '{value}'는 IP 주소가 아니에요. 예: 127.0.0.1", $"{args[i]} '{value}' is no IP address. For example: 127.0.0.1");
                case "--lang" when value is "ko" or "en":
                    options = options with { Language = value == "ko" ? Language.Korean : Language.English };
                    break;
                default:
                    return Result.Refused<WebOptions>("web.unknown-option", args[i], $"'{args[i]}'을(를) 모르겠어요. 쓸 수 있는 것: --data 폴더 --port 번호 --public-port 번호 --public-bind IP --proxy IP --lang ko|en", $"'{args[i]}' is not known. Allowed: --data FOLDER --port NUMBER --public-port NUMBER --public-bind IP --proxy IP --lang ko|en");
            }
        }

        return Result.Accepted(options);
    }
}
