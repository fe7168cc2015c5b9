/**
 * What the class of the guide takes of Laravel, stood in: the client with the methods it calls, `config` and `app`. A failed connection has no
 * `response`, and reading what is not there is an error, as in Laravel.
 */
export const laravel = String.raw`<?php
namespace Illuminate\Http\Client {
    class ConnectionException extends \Exception {}
    class RequestException extends \Exception {
        public function __construct(public readonly Response $response) { parent::__construct((string) $response->status()); }
    }
    class Response {
        public function __construct(private int $status, private string $body) {}
        public function status(): int { return $this->status; }
        public function json(?string $key = null): mixed {
            $all = json_decode($this->body, true, 512, JSON_THROW_ON_ERROR);
            return $key === null ? $all : ($all[$key] ?? null);
        }
        public function throw(): static {
            if ($this->status >= 400) throw new RequestException($this);
            return $this;
        }
    }
    class PendingRequest {
        public static int $sent = 0;
        private string $token = '';
        private int $seconds = 30;
        private array $query = [];
        private array $again = [1, 0, null, true];
        public function withToken(string $token): static { $this->token = $token; return $this; }
        public function timeout(int $seconds): static { $this->seconds = $seconds; return $this; }
        public function retry(int $times, int $sleepMilliseconds = 0, ?callable $when = null, bool $throw = true): static {
            $this->again = [$times, $sleepMilliseconds, $when, $throw];
            return $this;
        }
        public function withQueryParameters(array $query): static { $this->query = $query; return $this; }
        public function post(string $url, array $data): Response {
            [$times, $sleep, $when, $throw] = $this->again;
            for ($try = 1;; $try++) {
                try {
                    return $this->once($url, $data)->throw();
                } catch (ConnectionException | RequestException $error) {
                    if ($try < $times && $when !== null && $when($error)) { usleep(min($sleep, 10) * 1000); continue; }
                    if ($error instanceof RequestException && !$throw) return $error->response;
                    throw $error;
                }
            }
        }
        private function once(string $url, array $data): Response {
            self::$sent++;
            $curl = curl_init($url . '?' . http_build_query($this->query));
            curl_setopt_array($curl, [
                CURLOPT_POSTFIELDS => json_encode($data, JSON_THROW_ON_ERROR),
                CURLOPT_HTTPHEADER => ['Content-Type: application/json', 'Authorization: Bearer ' . $this->token],
                CURLOPT_RETURNTRANSFER => true,
                CURLOPT_TIMEOUT => $this->seconds,
            ]);
            $body = curl_exec($curl);
            if ($body === false) throw new ConnectionException(curl_error($curl));
            return new Response(curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $body);
        }
    }
}
namespace Illuminate\Support\Facades {
    class Http {
        public static function __callStatic(string $method, array $given): mixed { return (new \Illuminate\Http\Client\PendingRequest)->$method(...$given); }
    }
}
namespace Illuminate\Validation {
    class ValidationException extends \Exception {
        public static function withMessages(array $messages): static { return new static($messages['timbang'][0]); }
    }
}
namespace {
    error_reporting(E_ALL);
    set_error_handler(function (int $level, string $message) { throw new ErrorException($message, 0, $level); });
    $settings = ['services.timbang.url' => getenv('TIMBANG_URL'), 'services.timbang.token' => trim(file_get_contents('token'))];
    $locale = 'id';
    function config(string $key): string { return $GLOBALS['settings'][$key]; }
    function app(): object { return new class { public function getLocale(): string { return $GLOBALS['locale']; } }; }
    require 'Timbang.php';

    $timbang = new App\Services\Timbang;
    $asked = function (array $sent) use ($timbang): void {
        try {
            $row = $timbang->ask('allocate', $sent)['allocation'][1];
            echo $row['unit'], ' ', $row['seats'], "\n";
        } catch (Throwable $error) {
            $name = (new ReflectionClass($error))->getShortName();
            echo $name, $name === 'ConnectionException' ? '' : ': ' . $error->getMessage(), "\n";
        }
    };
    $asked(['seats' => 10, 'claims' => [['unit' => 'Dinas Kesehatan', 'claim' => 30], ['unit' => 'Dinas Pendidikan', 'claim' => 70]]]);
    $asked(['seat' => 10]);
    $locale = 'en';
    $asked(['seats' => 10, 'claims' => [['unit' => 'A', 'claim' => 'x']]]);
    $settings['services.timbang.token'] = 'x';
    $asked(['seats' => 10]);
    Illuminate\Http\Client\PendingRequest::$sent = 0;
    $settings['services.timbang.url'] = getenv('TIMBANG_BUSY');
    try { $timbang->ask('allocate', ['seats' => 1]); } catch (Illuminate\Http\Client\RequestException $error) {}
    echo 'tried again after ', $error->response->status(), ': ', Illuminate\Http\Client\PendingRequest::$sent - 1, "\n";
    $settings['services.timbang.url'] = 'http://127.0.0.1:1';
    $asked(['seats' => 10]);
}
`
